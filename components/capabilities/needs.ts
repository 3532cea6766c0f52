import type { KubernetesPlan, Manifest } from "../workloads/kubernetes/kubernetes-plan";

/** What an app's manifests ask of a cluster. */
export interface Needs {
  readonly scales: boolean;
  readonly routes: boolean;
  /** Services of type LoadBalancer, by name. */
  readonly balanced: readonly string[];
  /** Names of the classes of its volumes; undefined: the cluster's default. */
  readonly storageClasses: ReadonlySet<string | undefined>;
}

export function needsOf({ manifests }: KubernetesPlan): Needs {
  const all = manifests.map(({ manifest }) => manifest);
  const kinds = new Set(all.map(({ kind }) => kind));
  return {
    scales: kinds.has("HorizontalPodAutoscaler"),
    routes: kinds.has("Gateway") || kinds.has("HTTPRoute"),
    balanced: all.filter(isBalanced).map(({ metadata }) => metadata.name),
    storageClasses: new Set(all.flatMap(claimsOf).map(({ storageClassName }) => storageClassName)),
  };
}

function isBalanced({ kind, spec }: Manifest): boolean {
  return kind === "Service" && (spec as { readonly type?: string }).type === "LoadBalancer";
}

interface Claim {
  readonly storageClassName?: string;
}

function claimsOf({ kind, spec }: Manifest): readonly Claim[] {
  if (kind === "PersistentVolumeClaim") return [spec as Claim];
  if (kind !== "StatefulSet") return [];
  const { volumeClaimTemplates = [] } = spec as {
    readonly volumeClaimTemplates?: readonly { readonly spec: Claim }[];
  };
  return volumeClaimTemplates.map(template => template.spec);
}
