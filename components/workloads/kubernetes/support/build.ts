import type { BUILD_KEYS } from "../../../app/spec-keys/build";
import { adapted, ignored, same } from "../../shared/verdicts";
import type { Support } from "../../verdict";

const builder = same("given to the builder as written");

/** Kubernetes: `services.*.build`. */
export const BUILD_SUPPORT: Readonly<Record<(typeof BUILD_KEYS)[number], Support>> = {
  "services.*.build": same("built and pushed before the rollout; the pods name the image by digest"),
  "services.*.build.additional_contexts": builder,
  "services.*.build.args": builder,
  "services.*.build.cache_from": builder,
  "services.*.build.cache_to": builder,
  "services.*.build.context": builder,
  "services.*.build.dockerfile": builder,
  "services.*.build.dockerfile_inline": builder,
  "services.*.build.entitlements": ignored("the builder grants no entitlements; the steps run without them"),
  "services.*.build.extra_hosts": builder,
  "services.*.build.isolation": ignored("a choice of Windows builders"),
  "services.*.build.labels": builder,
  "services.*.build.network": builder,
  "services.*.build.no_cache": builder,
  "services.*.build.no_cache_filter": ignored(
    "the cache is keyed by content; a stage is rebuilt when it changes",
  ),
  "services.*.build.platforms": adapted("only the platforms that the cluster's nodes have are built"),
  "services.*.build.privileged": ignored("the builder runs no privileged steps"),
  "services.*.build.provenance": ignored("the builder has no choice of attestations; the image is the same"),
  "services.*.build.pull": builder,
  "services.*.build.sbom": ignored("the builder writes no bill of materials; make one of the image in CI"),
  "services.*.build.secrets": builder,
  "services.*.build.secrets[].gid": ignored("build secrets are readable to the step that mounts them"),
  "services.*.build.secrets[].mode": ignored("build secrets are readable to the step that mounts them"),
  "services.*.build.secrets[].source": builder,
  "services.*.build.secrets[].target": builder,
  "services.*.build.secrets[].uid": ignored("build secrets are readable to the step that mounts them"),
  "services.*.build.shm_size": ignored("build steps have the builder's own shared memory"),
  "services.*.build.ssh": builder,
  "services.*.build.tags": ignored("the image is named by repository and digest; nobody pulls it by tag"),
  "services.*.build.target": builder,
  "services.*.build.ulimits": ignored("build steps have the builder's own limits"),
  "services.*.build.ulimits.*.hard": ignored("build steps have the builder's own limits"),
  "services.*.build.ulimits.*.soft": ignored("build steps have the builder's own limits"),
};
