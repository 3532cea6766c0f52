import { compact } from "../../lib/records";
import type { SecretReference } from "../references";
import { volumeKeys } from "./classified-mount";
import { containerOf } from "./container";
import { containerEnvironment } from "./environment";
import type { Fields } from "./fields";
import type { Manifest } from "./kubernetes-plan";
import { ISOLATED_LABEL, networkLabel, objectLabels, volumeLabel } from "./labels";
import { podAnnotations } from "./pod-annotations";
import { podSpec } from "./pod-spec";
import { podStorage } from "./pod-storage";
import { SECRETS } from "./secrets-annotation";
import type { PlanContext, Workload } from "./workload";

/** A service's pod template, and the ConfigMaps and Secrets that it names. */
export interface PlannedPod {
  readonly template: Fields;
  /** ConfigMaps and Secrets of this service alone. */
  readonly own: readonly Manifest[];
  /** Those of top-level configs and secrets, which other services may name too. */
  readonly shared: readonly Manifest[];
  readonly secrets: readonly SecretReference[];
}

/**
 * Plans a service's pods. A changed config is another ConfigMap, and a changed secret another digest, so that either
 * makes new pods; a Job has run and does not run again for a secret.
 */
export function podTemplate(context: PlanContext, workload: Workload): PlannedPod {
  const environment = containerEnvironment(context, workload);
  const storage = podStorage(context, workload);
  const container = containerOf(workload, environment.env, storage.mounts);
  const behind = (shared: boolean) =>
    storage.parts.flatMap(part => (part.manifest && (part.shared === true) === shared ? part.manifest : []));
  const own = [...(environment.secret ? [environment.secret] : []), ...behind(false)];
  const shared = behind(true);
  const secrets = [...environment.references, ...storage.parts.flatMap(({ reference }) => reference ?? [])];
  const annotations = compact({
    ...podAnnotations(workload),
    [SECRETS]: workload.kind === "Job" ? undefined : secretNames(secrets),
  });
  return {
    template: {
      metadata: compact({
        labels: podLabels(context, workload),
        annotations: Object.keys(annotations).length > 0 ? annotations : undefined,
      }),
      spec: podSpec(context, workload, container, storage),
    },
    own,
    shared,
    secrets,
  };
}

function podLabels({ app }: PlanContext, { resource, networks, mounts }: Workload) {
  const member =
    networks.length === 0
      ? { [ISOLATED_LABEL]: "true" }
      : Object.assign({}, ...[...networks].sort().map(networkLabel));
  const mounted = Object.assign({}, ...[...volumeKeys(mounts)].sort().map(volumeLabel));
  return { ...objectLabels(app.name, resource), ...member, ...mounted };
}

function secretNames(references: readonly SecretReference[]): string | undefined {
  const names = [...new Set(references.map(({ name }) => name))].sort();
  return names.length > 0 ? names.join(",") : undefined;
}
