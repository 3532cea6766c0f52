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
  /** Tags for what a controller makes in the cloud. */
  readonly tags: Readonly<Record<string, string>>;
  /** StorageClass of volumes; absent: the cluster's default. */
  readonly storageClass?: string;
  /** The add-ons that are on. */
  readonly on: ReadonlySet<AddonKey>;
}
