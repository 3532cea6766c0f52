import type { Issue } from "../lib/issues";
import type { Capabilities } from "../settings/capabilities";
import type { Needs } from "./needs";

export interface CapabilityRequest {
  readonly needs: Needs;
  readonly capabilities: Capabilities;
  /** The add-ons that are on: what they bring need not be there. */
  readonly addons: ReadonlySet<string>;
  readonly gatewayClass: string;
}

/** The oldest minor version with all that the manifests use; pods that sleep before they stop came last. */
export const OLDEST_MINOR = 30;

/** What an app needs and a cluster is known to lack, each by its name. What is not known is not refused. */
export function capabilityIssues(request: CapabilityRequest): Issue[] {
  return [
    ...versionIssues(request),
    ...metricsIssues(request),
    ...routeIssues(request),
    ...balancerIssues(request),
    ...storageIssues(request),
  ];
}

const PLACE = "towpath:cluster";

function versionIssues({ capabilities: { kubernetesVersion } }: CapabilityRequest): Issue[] {
  if (kubernetesVersion === undefined || Number(kubernetesVersion.split(".")[1]) >= OLDEST_MINOR) return [];
  const wrong = `the cluster runs Kubernetes ${kubernetesVersion}, which is too old`;
  return [{ path: PLACE, wrong, instead: `upgrade it to 1.${OLDEST_MINOR} or later` }];
}

function metricsIssues({ needs, capabilities, addons }: CapabilityRequest): Issue[] {
  if (!needs.scales || capabilities.metricsApi !== false || addons.has("metricsServer")) return [];
  const wrong = "the cluster has no metrics API, without which nothing scales by itself";
  const instead = "set towpath:addons.metricsServer to true, or leave x-towpath.autoscale out";
  return [{ path: PLACE, wrong, instead }];
}

function routeIssues({ needs, capabilities, addons, gatewayClass }: CapabilityRequest): Issue[] {
  if (!needs.routes) return [];
  if (capabilities.gatewayApi === false && !addons.has("gatewayApi")) {
    const wrong = "the cluster has no Gateway API, by which the app's routes are served";
    return [
      { path: PLACE, wrong, instead: "set towpath:addons.gatewayApi to true, or install its definitions" },
    ];
  }
  const { gatewayClasses } = capabilities;
  if (gatewayClasses === undefined || addons.has("traefik") || gatewayClasses.includes(gatewayClass))
    return [];
  const there = gatewayClasses.length === 0 ? "none" : gatewayClasses.join(", ");
  const wrong = `${gatewayClass}, of which the cluster has no GatewayClass (it has ${there})`;
  return [
    {
      path: `${PLACE}.gatewayClass`,
      wrong,
      instead: "name one that it has, or set towpath:addons.traefik to true",
    },
  ];
}

function balancerIssues({ needs, capabilities, addons }: CapabilityRequest): Issue[] {
  if (capabilities.loadBalancer !== false) return [];
  const services = [...(addons.has("traefik") ? ["traefik"] : []), ...needs.balanced];
  if (services.length === 0) return [];
  const wrong = `nothing in the cluster gives Services of type LoadBalancer an address, and ${services.join(", ")} would wait for one`;
  const instead =
    "install for example MetalLB, or set towpath:cluster.capabilities.loadBalancer to true if something does";
  return [{ path: PLACE, wrong, instead }];
}

function storageIssues({ needs, capabilities: { storageClasses } }: CapabilityRequest): Issue[] {
  if (storageClasses === undefined) return [];
  const names = storageClasses.map(({ name }) => name);
  const there = names.length === 0 ? "it has none" : `it has ${names.join(", ")}`;
  return [...needs.storageClasses].flatMap((wanted): Issue[] => {
    if (wanted === undefined ? storageClasses.some(one => one.default) : names.includes(wanted)) return [];
    const path = `${PLACE}.storageClass`;
    if (wanted !== undefined)
      return [
        {
          path,
          wrong: `${wanted}, of which the cluster has no StorageClass (${there})`,
          instead: "name one that it has",
        },
      ];
    const wrong = `missing, while the app has volumes and no StorageClass of the cluster is its default (${there})`;
    return [{ path, wrong, instead: "name one, or make one the default" }];
  });
}
