import type { Issue } from "../lib/issues";
import type { AddonSettings } from "../settings/addons";
import type { KubernetesSettings } from "../settings/settings";
import type { AddonContext } from "./addon-context";
import type { AwsAccess } from "./aws-access";
import type { Drained } from "./drain/drained";

/** Every add-on that towpath knows, in the order in which they are made; those that a user may turn on or off are keys of the setting `addons` too. */
export const ADDON_KEYS = [
  "gatewayApi",
  "ebsCsi",
  "monitoring",
  "metricsServer",
  "clusterAutoscaler",
  "nvidiaDevicePlugin",
  "certManager",
  "awsLoadBalancerController",
  "traefik",
  "externalDns",
  "externalSecrets",
  "kyverno",
  "loki",
  "alloy",
  "velero",
  "trivyOperator",
  "opencost",
  "keda",
  "argoCd",
  "flux",
] as const;
export type AddonKey = (typeof ADDON_KEYS)[number];

/** A Helm chart, pinned. */
export interface Chart {
  readonly name: string;
  /** URL of the chart repository; `oci://…` names the chart itself. */
  readonly repository: string;
  readonly version: string;
}

/** A namespace that belongs to one add-on. */
export interface AddonNamespace {
  readonly name: string;
  /** The Pod Security Standard that its pods meet; enforced. */
  readonly podSecurity: "restricted" | "baseline";
  /** Ports that anyone may reach; every other port is for the namespace itself, for monitoring and for `callers`. */
  readonly openPorts: readonly number[];
  /** Namespaces that may reach every port. Default: none. */
  readonly callers?: readonly string[];
}

/** An add-on that cannot be on together with another. */
export interface Conflict {
  readonly with: AddonKey;
  /** What both would do, e.g. `both deploy the app`. */
  readonly why: string;
}

/** A Secret of Kubernetes made of one entry of `towpath:secrets`; the chart's values name it. */
export interface AddonSecret {
  readonly name: string;
  readonly key: string;
  /** Name under `towpath:secrets`. */
  readonly from: string;
  /** Default: none. */
  readonly labels?: Readonly<Record<string, string>>;
  /** Entries that are not secret. Default: none. */
  readonly beside?: Readonly<Record<string, string>>;
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
  /** Add-ons without which this one does not work. They are on with it unless the settings say otherwise. */
  readonly needs: readonly AddonKey[];
  /** Add-ons that are made before this one when both are on, e.g. for their custom resource definitions. */
  readonly after: readonly AddonKey[];
  readonly conflicts?: readonly Conflict[];
  /** What it makes outside of the state; a destroy drains that while it still runs. Default: nothing. */
  readonly makes?: readonly Drained[];
  /** What it may do in AWS; absent or undefined: nothing. */
  readonly access?: (context: AddonContext) => AwsAccess | undefined;
  /** The Secret that its values name. */
  readonly secret?: (addons: AddonSettings) => AddonSecret | undefined;
  /** What its own settings ask and cannot have; called when it is on. */
  readonly issues?: (settings: KubernetesSettings) => readonly Issue[];
  /** Values of the chart; the same context gives the same values, so that no preview shows a diff of its own. */
  readonly values: (context: AddonContext) => Values;
}

export type Values = Readonly<Record<string, unknown>>;

/** Name of the namespace that an add-on's release goes to. */
export function namespaceOf({ namespace }: Addon): string {
  return namespace === "kube-system" ? namespace : namespace.name;
}
