import type { ImageLock } from "../../components/app/lock/image-lock";

/** What becomes of one line of the lock. */
export interface LockChange {
  readonly image: string;
  readonly kind: "added" | "moved" | "removed";
  readonly from?: string;
  readonly to?: string;
}

/** What differs between two locks, sorted by image. */
export function lockChanges(before: ImageLock, after: ImageLock): readonly LockChange[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return names.flatMap((image): LockChange[] => {
    const [from, to] = [before[image], after[image]];
    if (from === to) return [];
    if (from === undefined) return [{ image, kind: "added", ...(to && { to }) }];
    if (to === undefined) return [{ image, kind: "removed", from }];
    return [{ image, kind: "moved", from, to }];
  });
}
