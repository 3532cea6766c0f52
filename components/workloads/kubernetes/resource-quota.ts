import type { Manifest, PlannedManifest } from "./kubernetes-plan";
import { appLabels } from "./labels";
import { mostPods } from "./most-pods";
import { podNeed, quantityNumber, sumOf } from "./pod-need";
import { bytesQuantity } from "./quantity";
import type { PlanContext } from "./workload";

/** What stays free beside the app's own need where the settings say nothing, percent. */
const HEADROOM_PERCENT = 100;
const MIB = 1024 ** 2;

/**
 * A limit on what the namespace may take, so that a mistake in it stays in it. It follows from the plan: everything
 * that the app may need at once, rollouts and autoscalers at their maximum included, and room beside that. Nothing
 * is said of pods where a service runs on every node, since their number is the cluster's.
 */
export function resourceQuota(
  { app, namespace, facts }: PlanContext,
  planned: readonly PlannedManifest[],
): readonly PlannedManifest[] {
  if (facts.quota === false) return [];
  const factor = 1 + (facts.quota?.headroomPercent ?? HEADROOM_PERCENT) / 100;
  const manifests = planned.map(({ manifest }) => manifest);
  const hard = Object.entries({ ...podsOf(manifests), ...storageOf(manifests), ...portsOf(manifests) }).map(
    ([resource, amount]) => [resource, written(resource, amount * (isCounted(resource) ? 1 : factor))],
  );
  return [
    {
      key: "quota",
      manifest: {
        apiVersion: "v1",
        kind: "ResourceQuota",
        metadata: { name: "towpath", namespace, labels: appLabels(app.name) },
        spec: { hard: Object.fromEntries(hard) },
      },
    },
  ];
}

function podsOf(manifests: readonly Manifest[]): Record<string, number> {
  const maxima = new Map(
    manifests.flatMap(({ kind, metadata, spec }) =>
      kind === "HorizontalPodAutoscaler"
        ? [[metadata.name, (spec as { readonly maxReplicas: number }).maxReplicas] as const]
        : [],
    ),
  );
  const needs = manifests.flatMap(manifest => {
    const { template } = (manifest.spec ?? {}) as { readonly template?: unknown };
    if (template === undefined) return [];
    const pods = mostPods(manifest, maxima.get(manifest.metadata.name));
    const { requests, limits } = podNeed(template);
    const all = { pods: 1, ...prefixed("requests", requests), ...prefixed("limits", limits) };
    return [Object.fromEntries(Object.entries(all).map(([resource, amount]) => [resource, amount * pods]))];
  });
  const sum = sumOf(needs);
  return Number.isFinite(sum.pods ?? 0) ? sum : {};
}

function storageOf(manifests: readonly Manifest[]): Record<string, number> {
  const sizes = manifests.flatMap(({ kind, spec }) => {
    if (kind !== "PersistentVolumeClaim") return [];
    const { resources } = spec as { readonly resources: { readonly requests: { readonly storage: string } } };
    return [quantityNumber(resources.requests.storage)];
  });
  // Twice: a volume is moved by way of a second one.
  const storage = 2 * sizes.reduce((sum, size) => sum + size, 0);
  return { persistentvolumeclaims: 2 * sizes.length, "requests.storage": storage };
}

/** Load balancers and ports of nodes cost money or open doors: as many as the file names, and no more. */
function portsOf(manifests: readonly Manifest[]): Record<string, number> {
  const published = manifests.flatMap(({ kind, spec }) => {
    const { type, ports = [] } = (spec ?? {}) as {
      readonly type?: string;
      readonly ports?: readonly unknown[];
    };
    return kind === "Service" && type === "LoadBalancer" ? [ports.length] : [];
  });
  const ports = published.reduce((sum, count) => sum + count, 0);
  return { "services.loadbalancers": published.length, "services.nodeports": ports };
}

const isCounted = (resource: string) => resource.startsWith("services.");

/** A quota knows an extended resource, a GPU, by its requests only. */
function prefixed(side: string, amounts: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(amounts).flatMap(([resource, amount]) => {
      if (!resource.includes("/")) return [[`${side}.${resource}`, amount]];
      return side === "limits" ? [[`requests.${resource}`, amount]] : [];
    }),
  );
}

function written(resource: string, amount: number): string {
  if (/(memory|storage)$/.test(resource)) return bytesQuantity(Math.ceil(amount / MIB) * MIB);
  return String(Math.ceil(amount));
}
