import { stringify } from "yaml";
import { sortedEntries } from "../../lib/records";
import type { DockerPlan } from "./docker-plan";
import { imageVariables } from "./plan/image";
import { LISTEN_VARIABLE, listens } from "./plan/listen-address";
import { releaseImages, releaseManifest } from "./release-manifest";
import { blobName, releaseTable } from "./release-table";
import { TOWPATH_ROLLOUT } from "./rollout/towpath-rollout";

/** What only the stack knows of a release. */
export interface BundleOptions {
  /** By secret name, the SSM parameter that holds it, with `:VERSION`; absent: the host is handed the secret. */
  readonly parameters?: Readonly<Record<string, string>>;
}

/**
 * The release bundle, by path: the rendered Compose file, the images of built services, the proxy's
 * configuration, files, the manifest in JSON and as the rollout reads it, and the rollout itself. Holds no secret.
 * `images` has the reference by digest of every built service.
 * @throws Error when the image of a built service is missing, which is a fault of the caller.
 */
export function renderBundle(
  plan: DockerPlan,
  images: Readonly<Record<string, string>>,
  options: BundleOptions = {},
): Readonly<Record<string, string>> {
  const release = { plan, images: releaseImages(plan, images), parameters: options.parameters ?? {} };
  const proxy = sortedEntries(plan.proxy?.files).map(([path, text]) => [`proxy/${path}`, text]);
  return Object.fromEntries([
    ["compose.yaml", composeYaml(plan)],
    [".env", environmentFile(plan, release.images)],
    ...proxy,
    ...plan.files.map(file => [`files/${blobName(file)}`, file.content]),
    ["release.json", `${JSON.stringify(releaseManifest(release), undefined, 2)}\n`],
    ["release.tsv", releaseTable(release)],
    ["towpath-rollout", TOWPATH_ROLLOUT],
  ]);
}

/** Readers of YAML 1.1 are many, and take an unquoted `no` for false. */
function composeYaml({ compose }: DockerPlan): string {
  return stringify(compose, { lineWidth: 0, aliasDuplicateObjects: false, version: "1.1" });
}

function environmentFile(plan: DockerPlan, images: Readonly<Record<string, string>>): string {
  const variables = imageVariables(plan.images.map(({ service }) => service));
  const built = plan.images
    .filter(({ kind }) => kind === "build")
    .map(({ service }) => `${variables[service]}=${images[service]}\n`);
  const bound = Object.values(plan.compose.services).some(({ ports }) => listens(ports));
  return [...built, ...(bound ? [`${LISTEN_VARIABLE}=127.0.0.1\n`] : [])].sort().join("");
}
