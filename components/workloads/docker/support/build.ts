import { BUILD_KEYS } from "../../../app/spec-keys/build";
import { adapted, ignored, same } from "../../shared/verdicts";
import type { Support } from "../../verdict";

type BuildKey = (typeof BUILD_KEYS)[number];

const builder = same("given to the builder as written");

const owner = ignored("build secrets are readable to the step that mounts them");

/** Keys that are not handed to the builder as they stand. */
const OWN: Partial<Record<BuildKey, Support>> = {
  "services.*.build": adapted("built and pushed before the rollout; the host pulls the image by digest"),
  "services.*.build.entitlements": ignored("the builder grants none; the build's steps run without them"),
  "services.*.build.isolation": ignored("a choice of Windows builders"),
  "services.*.build.no_cache_filter": ignored("the cache goes by content, so a changed stage is built again"),
  "services.*.build.platforms": adapted("built for these platforms; default: the host's own"),
  "services.*.build.privileged": ignored("the builder runs no privileged steps"),
  "services.*.build.provenance": ignored("the builder has no choice of attestations; the image is the same"),
  "services.*.build.sbom": ignored("the builder writes no bill of materials; make one of the image in CI"),
  "services.*.build.secrets[].gid": owner,
  "services.*.build.secrets[].mode": owner,
  "services.*.build.secrets[].uid": owner,
  "services.*.build.shm_size": ignored("the builder has its own size of /dev/shm"),
  "services.*.build.tags": ignored("the registry's tag is the release's; the host names the image by digest"),
  "services.*.build.ulimits": ignored("the builder has its own limits"),
  "services.*.build.ulimits.*.hard": ignored("the builder has its own limits"),
  "services.*.build.ulimits.*.soft": ignored("the builder has its own limits"),
};

/** Docker host: `services.*.build`. */
export const BUILD_SUPPORT = Object.fromEntries(
  BUILD_KEYS.map(key => [key, OWN[key] ?? builder]),
) as Readonly<Record<BuildKey, Support>>;
