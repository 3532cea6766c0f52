import { shortHash } from "../../lib/names";
import { CHANGE_CAUSE, TEMPLATED_KINDS } from "./change-cause";
import type { PlannedManifest } from "./kubernetes-plan";
import { appLabels } from "./labels";
import type { PlanContext } from "./workload";

/** The record's key in the plan. */
export const RELEASE_KEY = "release";

/**
 * What a release consists of, by service: the change cause of its pods, or the name of its Job. Named after its
 * content and never changed, so that the releases before it stay listed; applied once everything else is ready.
 */
export function releaseRecord(
  { app, namespace }: PlanContext,
  manifests: readonly PlannedManifest[],
): PlannedManifest {
  const data = Object.fromEntries(
    manifests.flatMap(({ manifest: { kind, metadata } }) => {
      if (kind === "Job") return [[metadata.labels?.["app.kubernetes.io/name"] ?? "", metadata.name]];
      const cause = metadata.annotations?.[CHANGE_CAUSE];
      return cause === undefined ? [] : [[metadata.name, cause]];
    }),
  );
  return {
    key: RELEASE_KEY,
    kept: true,
    dependsOn: manifests.flatMap(({ key, manifest }) =>
      TEMPLATED_KINDS.has(manifest.kind) || manifest.kind === "Job" ? [key] : [],
    ),
    manifest: {
      apiVersion: "v1",
      kind: "ConfigMap",
      metadata: {
        name: releaseName(data),
        namespace,
        labels: { ...appLabels(app.name), "app.kubernetes.io/component": "release" },
      },
      immutable: true,
      data,
    },
  };
}

/** The name of a release. */
export function releaseName(data: unknown): string {
  return `release-${shortHash(JSON.stringify(data), 12)}`;
}
