import { stringify } from "yaml";
import type { Manifest } from "../../../components/workloads/kubernetes/kubernetes-plan";
import type { PolicyResource } from "../../../policies/subject";
import { put } from "../../policies/seed";
import { type Change, OBJECTS, PODS } from "./kubernetes-changes";
import type { Judged, Mutant } from "./mutant";

const WORKLOADS = ["Deployment", "StatefulSet", "Job"];
/** What judges a workload together with it. */
const BESIDE = ["NetworkPolicy", "PodDisruptionBudget", "HorizontalPodAutoscaler"];

/** Every change to every workload and object of an app that it fits. */
export function kubernetesMutants(app: string, manifests: readonly Manifest[]): readonly Mutant[] {
  const beside = manifests.filter(({ kind }) => BESIDE.includes(kind));
  const workloads = manifests.filter(({ kind }) => WORKLOADS.includes(kind));
  const onPods = workloads.flatMap(workload =>
    PODS.map(change => ({ change, changed: workload, others: beside })),
  );
  const onObjects = manifests.flatMap(changed =>
    OBJECTS.filter(({ kind }) => kind === changed.kind).map(change => ({
      change,
      changed,
      others: manifests.filter(one => one !== changed && [...WORKLOADS, ...BESIDE].includes(one.kind)),
    })),
  );
  const removals = workloads.flatMap(changed =>
    BESIDE.slice(0, 2).map(kind => ({
      change: { what: `no ${kind}`, path: "metadata.annotations", value: {} },
      changed,
      others: beside.filter(one => one.kind !== kind),
    })),
  );
  return [...onPods, ...onObjects, ...removals].map((one, at) => mutant(`${app}-${at}`, one));
}

function mutant(
  id: string,
  { change, changed, others }: { change: Change; changed: Manifest; others: readonly Manifest[] },
): Mutant {
  const broken = applied(changed, change);
  const objects = [broken, ...others].map(one => inNamespace(one, change.namespace ?? `m-${id}`));
  return {
    id,
    label: `${changed.kind}/${changed.metadata.name}: ${change.what}`,
    alone: judged(objects.slice(0, 1)),
    whole: judged(objects),
  };
}

function judged(objects: readonly Manifest[]): Judged {
  return { text: objects.map(one => stringify(one)).join("---\n"), resources: objects.map(resourceOf) };
}

function applied(manifest: Manifest, { path, value }: Change): Manifest {
  const parts = path.endsWith(".")
    ? Object.entries(value as object).map(([key, part]) => [path + key, part])
    : [[path, value]];
  return parts.reduce<Manifest>(
    (changed, [at, part]) => put(changed, String(at).split("."), part) as Manifest,
    manifest,
  );
}

/** Each mutant has a namespace of its own, so that no other judges it. */
function inNamespace(manifest: Manifest, namespace: string): Manifest {
  const { annotations, ...metadata } = manifest.metadata;
  return { ...manifest, metadata: { ...metadata, ...withoutExcuses(annotations), namespace } };
}

/** Annotations without those that tell a scanner what to let pass. */
function withoutExcuses(annotations: Readonly<Record<string, string>> = {}): object {
  const kept = Object.entries(annotations).filter(([key]) => !/^(checkov\.io|kube-score)\//.test(key));
  return kept.length === 0 ? {} : { annotations: Object.fromEntries(kept) };
}

function resourceOf(manifest: Manifest): PolicyResource {
  const { apiVersion, kind, metadata } = manifest;
  const type = `kubernetes:${apiVersion.includes("/") ? apiVersion : `core/${apiVersion}`}:${kind}`;
  return { type, name: metadata.name, urn: `${kind}/${metadata.name}`, props: { ...manifest } };
}
