import type { SecretReference } from "../references";
import { completionGate } from "./completion-gate";
import { daemonSet } from "./daemon-set";
import { deployment } from "./deployment";
import type { Fields } from "./fields";
import { gatedOn } from "./gates";
import { horizontalPodAutoscaler } from "./horizontal-pod-autoscaler";
import { job } from "./job";
import type { Manifest, PlannedManifest } from "./kubernetes-plan";
import { podDisruptionBudget } from "./pod-disruption-budget";
import { podTemplate } from "./pod-template";
import { rolloutSeconds } from "./rollout-deadline";
import { serviceAccount } from "./service-account";
import { statefulSet } from "./stateful-set";
import type { PlanContext, Workload, WorkloadKind } from "./workload";

const WRITERS: Readonly<
  Record<WorkloadKind, (context: PlanContext, workload: Workload, template: Fields) => Manifest>
> = { Deployment: deployment, StatefulSet: statefulSet, DaemonSet: daemonSet, Job: job };

/** A service's own manifests, and the secrets that they name. */
export interface WorkloadManifests {
  readonly own: readonly PlannedManifest[];
  /** Of top-level configs and secrets; another service may bring the same. */
  readonly shared: readonly PlannedManifest[];
  readonly secrets: readonly SecretReference[];
}

/** Writes a service's account, pods and what scales and guards them; a Job is known by name to later services. */
export function workloadManifests(context: PlanContext, workload: Workload): WorkloadManifests {
  const { name: service, resource, kind } = workload;
  const pod = podTemplate(context, workload);
  const main = WRITERS[kind](context, workload, pod.template);
  if (kind === "Job") context.jobNames.set(service, main.metadata.name);
  const planned = (key: string, manifest: Manifest): PlannedManifest => ({ service, key, manifest });
  return {
    secrets: pod.secrets,
    shared: pod.shared.map(manifest => ({ key: fileKey(manifest), manifest, ...keptFile(manifest) })),
    own: [
      planned(`${resource}-account`, serviceAccount(context, workload)),
      ...pod.own.map(manifest => ({ ...planned(fileKey(manifest), manifest), ...keptFile(manifest) })),
      {
        ...planned(workloadKey(workload), main),
        dependsOn: readyFirst(context, workload),
        rolloutSeconds: rolloutSeconds(workload),
        ...(kind === "Job" && { kept: true }),
      },
      ...(kind === "Job" ? completionGate(context, workload, main.metadata.name) : []),
      ...horizontalPodAutoscaler(context, workload).map(one => planned(`${resource}-autoscaler`, one)),
      ...podDisruptionBudget(context, workload).map(one => planned(`${resource}-budget`, one)),
    ],
  };
}

/** `StatefulSet` is `stateful-set` in names. */
function workloadKey({ resource, kind }: Workload): string {
  return `${resource}-${kind.replace(/(?<=[a-z])(?=[A-Z])/g, "-").toLowerCase()}`;
}

/** The dependencies whose readiness the service's pods wait for. */
function readyFirst(context: PlanContext, workload: Workload): readonly string[] {
  return gatedOn(context, workload).flatMap(({ dependency, mode }) =>
    mode === "started" ? [] : [workloadKey(dependency)],
  );
}

/** A ConfigMap is named after its content, and a changed one is another. */
function keptFile({ kind }: Manifest): Pick<PlannedManifest, "kept"> {
  return kind === "ConfigMap" ? { kept: true } : {};
}

function fileKey({ kind, metadata }: Manifest): string {
  return `${metadata.name}-${kind === "Secret" ? "secret" : "config-map"}`;
}
