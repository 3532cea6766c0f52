import type { KubernetesSettings } from "../settings/settings";
import type { AddonKey } from "./addon";

type Platform = KubernetesSettings["target"];

/** Why an add-on cannot be had on a platform, and what to do instead. */
export interface Refusal {
  readonly why: string;
  readonly instead: string;
}

/** What becomes of an add-on that the settings do not mention; one that is refused cannot be turned on either. */
export type Availability = "on" | "off" | Refusal;

const NODES_NOT_OURS: Refusal = {
  why: "the nodes of this cluster are not towpath's to add",
  instead: "leave it out",
};
const NO_AWS_IDENTITY: Refusal = {
  why: "towpath has no AWS account to give it a role and a bucket for a cluster that it did not make",
  instead: "leave it out, and install it with credentials of your own",
};

/**
 * What is on by default, where. A cluster that exists is left as it is but for the proxy; a K3s cluster has no room
 * for monitoring in its defaults; what few apps need is off everywhere.
 */
export const AVAILABILITY: Readonly<Record<AddonKey, Readonly<Record<Platform, Availability>>>> = {
  gatewayApi: everywhere("on"),
  // On EKS the driver is an add-on of the cluster itself.
  ebsCsi: { eks: "off", k3s: "on", cluster: "off" },
  monitoring: { eks: "on", k3s: "off", cluster: "off" },
  metricsServer: { eks: "on", k3s: "on", cluster: "off" },
  clusterAutoscaler: { eks: "on", k3s: "on", cluster: NODES_NOT_OURS },
  nvidiaDevicePlugin: {
    eks: "off",
    k3s: {
      why: "the nodes of K3s have no NVIDIA driver",
      instead: "leave it out, or choose eks, whose GPU image has one",
    },
    cluster: "off",
  },
  certManager: everywhere("on"),
  awsLoadBalancerController: {
    eks: "off",
    k3s: {
      why: "pods of K3s have no addresses in the VPC, and ServiceLB answers on the servers at no cost",
      instead: "leave it out",
    },
    cluster: NO_AWS_IDENTITY,
  },
  traefik: everywhere("on"),
  externalDns: everywhere("off"),
  externalSecrets: everywhere("off"),
  kyverno: everywhere("off"),
  loki: everywhere("off"),
  alloy: everywhere("off"),
  velero: { eks: "off", k3s: "off", cluster: NO_AWS_IDENTITY },
  trivyOperator: everywhere("off"),
  opencost: everywhere("off"),
  keda: everywhere("off"),
  argoCd: everywhere("off"),
  flux: everywhere("off"),
};

function everywhere(availability: Availability): Readonly<Record<Platform, Availability>> {
  return { eks: availability, k3s: availability, cluster: availability };
}
