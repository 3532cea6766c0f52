import { LOCK_FILE } from "../../components/app/lock/image-lock";
import type { LockChange } from "./lock-changes";

/** What `towpath lock` says: a line a change, and how many images are locked. */
export function lockText(changes: readonly LockChange[], locked: number, dryRun: boolean): string {
  const lines = changes.map(({ kind, image, from, to }) => {
    const digests = [from, to].flatMap(digest => (digest === undefined ? [] : [short(digest)]));
    return `${kind.padEnd(8)}${image}  ${digests.join(" → ")}`;
  });
  const images = `${locked} ${locked === 1 ? "image" : "images"}`;
  const end = changes.length === 0 ? `${LOCK_FILE} is up to date` : `${LOCK_FILE}: ${images}`;
  return `${[...lines, dryRun && changes.length > 0 ? `${end}; nothing was written` : end].join("\n")}\n`;
}

const short = (digest: string) => digest.slice(0, "sha256:".length + 12);
