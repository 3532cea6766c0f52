import { createHash } from "node:crypto";
import { sortedEntries } from "../../lib/records";
import type { MountedVolume } from "./data-volume";

/** Where a host's secrets come from: names and versions, so that a changed secret makes a new release. */
export type SecretStore =
  | {
      readonly kind: "ssm";
      readonly region: string;
      /** Every secret is the parameter `<path>/<name>`. */
      readonly path: string;
      readonly versions: Readonly<Record<string, number>>;
    }
  | {
      readonly kind: "folder";
      /** Every secret is the file `<path>/<name>`, for root alone. */
      readonly path: string;
      readonly names: readonly string[];
    };

/** What a rollout has to know of its host; `host.json` in the release's folder. */
export interface HostFacts {
  readonly volumes: readonly MountedVolume[];
  readonly secrets: SecretStore;
  /** Registries that the ECR credential helper logs in to. */
  readonly ecrRegistries: readonly string[];
  /** Releases to keep, the running one included. */
  readonly keepReleases: number;
}

export interface Bundle {
  /** JSON: `{ "files": { path: text } }`, keys sorted. */
  readonly text: string;
  /** SHA-256 of the text, hex: the release's name. */
  readonly digest: string;
}

/** A release as one deterministic text. A path that leaves the release's folder is a fault of the caller's. */
export function releaseBundle(files: Readonly<Record<string, string>>, host: HostFacts): Bundle {
  const all = { ...files, "host.json": `${JSON.stringify(host, null, 2)}\n` };
  const astray = Object.keys(all).find(path => !/^[^/]/.test(path) || path.split("/").includes(".."));
  if (astray !== undefined) throw new Error(`a release's file must stay in its folder: ${astray}`);
  const text = `${JSON.stringify({ files: Object.fromEntries(sortedEntries(all)) })}\n`;
  return { text, digest: createHash("sha256").update(text).digest("hex") };
}
