import type { AddonContext } from "./addon-context";

/** Every add-on that towpath knows, in the order in which they are made; those that a user may turn on or off are keys of the setting `addons` too. */
export const ADDON_KEYS = [
  "gatewayApi",
  "ebsCsi",
  "monitoring",
  "metricsServer",
  "clusterAutoscaler",
  "traefik",
  "certManager",
] as const;
export type AddonKey = (typeof ADDON_KEYS)[number];

/** A Helm chart, pinned. */
export interface Chart {
  readonly name: string;
  /** URL of the chart repository. */
  readonly repository: string;
  readonly version: string;
}

/** A namespace that belongs to one add-on. */
export interface AddonNamespace {
  readonly name: string;
  /** The Pod Security Standard that its pods meet; enforced. */
  readonly podSecurity: "restricted" | "baseline";
  /** Ports that anyone may reach; every other port is for the namespace itself and for monitoring. */
  readonly openPorts: readonly number[];
}

/** One Helm release, as data. */
export interface Addon {
  readonly key: AddonKey;
  /** Name of the Helm release. */
  readonly release: string;
  readonly chart: Chart;
  /** Its own namespace, or `kube-system` for what belongs to the cluster itself. */
  readonly namespace: AddonNamespace | "kube-system";
  /** Seconds that Helm waits until everything is ready. */
  readonly timeoutSeconds: number;
  /** Add-ons without which this one does not work. */
  readonly needs: readonly AddonKey[];
  /** Add-ons that are made before this one when both are on, e.g. for their custom resource definitions. */
  readonly after: readonly AddonKey[];
  /** Values of the chart; the same context gives the same values, so that no preview shows a diff of its own. */
  readonly values: (context: AddonContext) => Values;
}

export type Values = Readonly<Record<string, unknown>>;

/** Name of the namespace that an add-on's release goes to. */
export function namespaceOf({ namespace }: Addon): string {
  return namespace === "kube-system" ? namespace : namespace.name;
}
