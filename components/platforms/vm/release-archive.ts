import { bundleDigest, sha256 } from "../../lib/bundle-digest";
import { sortedEntries } from "../../lib/records";
import { type MountedVolume, volumesFile } from "./data-volume";
import { HOST_FILES } from "./host-files";
import { ROLLOUT_SETTINGS, VOLUMES_FILE } from "./host-paths";
import { REGISTRY_GC } from "./registry-gc";

/** What a release finds on its host, whatever the release. */
export interface HostFacts {
  readonly volumes: readonly MountedVolume[];
  /** Registries that the ECR credential helper logs in to. */
  readonly ecrRegistries: readonly string[];
  /** Whether the host runs a registry of its own. Default: it does not. */
  readonly ownRegistry?: boolean;
  /** Environment of the rollout. */
  readonly settings: Readonly<Record<string, string>>;
}

/** A rollout waits for the disk guard, which takes less than a minute, and for no other rollout for long. */
const PATIENCE = { TOWPATH_LOCK_WAIT: "60" };

/** A bundle on its way to a host. */
export interface Archive {
  /** JSON: `digest` of the bundle, its `files`, and the `host` files to write before it runs; keys sorted. */
  readonly text: string;
  /** SHA-256 of the text, hex. */
  readonly digest: string;
}

/** A bundle and its host's facts as one text: the same input, the same bytes. */
export function releaseArchive(files: Readonly<Record<string, string>>, facts: HostFacts): Archive {
  const astray = Object.keys(files).find(path => path.startsWith("/") || path.split("/").includes(".."));
  if (astray !== undefined) throw new Error(`a bundle's file must stay in its folder: ${astray}`);
  const host = {
    ...HOST_FILES,
    ...(facts.ownRegistry === true ? REGISTRY_GC : {}),
    [ROLLOUT_SETTINGS]: sortedEntries({ ...PATIENCE, ...facts.settings })
      .map(([name, value]) => `${name}=${value}\n`)
      .join(""),
    [VOLUMES_FILE]: volumesFile(facts.volumes),
    ...dockerLogin(facts.ecrRegistries),
  };
  const content = {
    digest: bundleDigest(files),
    files: Object.fromEntries(sortedEntries(files)),
    host: Object.fromEntries(sortedEntries(host)),
  };
  const text = `${JSON.stringify(content)}\n`;
  return { text, digest: sha256(text) };
}

/** Root logs in to ECR by the instance's role: no token is stored. */
function dockerLogin(registries: readonly string[]): Record<string, string> {
  if (registries.length === 0) return {};
  const credHelpers = Object.fromEntries([...registries].sort().map(registry => [registry, "ecr-login"]));
  return { "/root/.docker/config.json": `${JSON.stringify({ credHelpers }, null, 2)}\n` };
}
