import type { Stack } from "../stack";
import type { PolicyResource } from "../subject";
import { numberAt, read, recordAt, textAt } from "./read";

/** An object that keeps a number of like pods running. */
export interface Replicated {
  /** As few as there may be: an autoscaler's minimum, else what it asks for itself. */
  readonly replicas: number;
  readonly namespace: unknown;
  /** The labels of its pods. */
  readonly labels: Readonly<Record<string, unknown>>;
  /** What its pods are made of. */
  readonly podSpec: unknown;
  /** Whether it states a number of replicas itself. */
  readonly hasReplicas: boolean;
  readonly isAutoscaled: boolean;
}

const KINDS: Readonly<Record<string, string>> = {
  "kubernetes:apps/v1:Deployment": "Deployment",
  "kubernetes:apps/v1:StatefulSet": "StatefulSet",
};
export const AUTOSCALERS = [
  "kubernetes:autoscaling/v1:HorizontalPodAutoscaler",
  "kubernetes:autoscaling/v2:HorizontalPodAutoscaler",
];

export function replicatedOf({ type, props }: PolicyResource, stack: Stack): readonly Replicated[] {
  const kind = KINDS[type];
  if (kind === undefined) return [];
  const autoscaler = () => stack.derived(autoscalers).get(keyOf(kind, props, "metadata.name"));
  return [
    {
      get replicas() {
        const scaled = autoscaler();
        return numberAt(scaled ?? props, scaled ? "spec.minReplicas" : "spec.replicas") ?? 1;
      },
      get namespace() {
        return read(props, "metadata.namespace");
      },
      get labels() {
        return recordAt(props, "spec.template.metadata.labels");
      },
      get podSpec() {
        return read(props, "spec.template.spec");
      },
      get hasReplicas() {
        return read(props, "spec.replicas") !== undefined;
      },
      get isAutoscaled() {
        return autoscaler() !== undefined;
      },
    },
  ];
}

/** The autoscalers by what they scale. */
function autoscalers(stack: Stack): ReadonlyMap<string, PolicyResource["props"]> {
  const all = stack.ofType(...AUTOSCALERS);
  return new Map(
    all.map(({ props }) => {
      const kind = textAt(props, "spec.scaleTargetRef.kind") ?? "";
      return [keyOf(kind, props, "spec.scaleTargetRef.name"), props];
    }),
  );
}

function keyOf(kind: string, props: PolicyResource["props"], path: string): string {
  return [kind, String(read(props, "metadata.namespace") ?? ""), textAt(props, path) ?? ""].join("/");
}
