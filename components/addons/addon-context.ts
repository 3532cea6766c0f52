import type { AddonSettings } from "../settings/addons";
import type { Environment } from "../settings/common";
import type { AddonKey } from "./addon";

/** What the values of add-ons depend on. Plain data, known before anything is made. */
export interface AddonContext {
  readonly platform: "k3s" | "eks" | "cluster";
  readonly environment: Environment;
  /** Name of the cluster, by which its node groups are tagged. */
  readonly clusterName: string;
  /** AWS region; absent on clusters that are not ours. */
  readonly region?: string;
  /** GatewayClass that serves the app. */
  readonly gatewayClass: string;
  /** Who may reach the app, as CIDR blocks. */
  readonly allowedCidrs: readonly string[];
  /** Domain of the app, if it has one. */
  readonly domain?: string;
  /** Namespace of the app. */
  readonly appNamespace: string;
  /** Tags for what a controller makes in the cloud. */
  readonly tags: Readonly<Record<string, string>>;
  /** StorageClass of volumes; absent: the cluster's default. */
  readonly storageClass?: string;
  /** Whether boards outside AWS are nodes, too. */
  readonly edge: boolean;
  /** The add-ons that are on. */
  readonly on: ReadonlySet<AddonKey>;
  /** The add-ons' own settings. */
  readonly addons: AddonSettings;
}

/** What stands in values for a name that only exists once something is made; the component puts the real one in. */
export const PLACES = { bucket: "towpath.dev/bucket-of-addon", vpcId: "towpath.dev/vpc-of-cluster" } as const;

/** The settings of an add-on that is on: its own, or undefined when they are all left to the defaults. */
export function optionsOf<K extends keyof AddonSettings>(
  addons: AddonSettings,
  key: K,
): Exclude<AddonSettings[K], boolean | undefined> | undefined {
  const given = addons[key];
  return given === undefined || typeof given === "boolean"
    ? undefined
    : (given as Exclude<AddonSettings[K], boolean | undefined>);
}
