import { acceleratorOf } from "../lib/accelerator";
import type { Issue } from "../lib/issues";
import { vcpusOf } from "../lib/vcpus";
import type { EksSettings } from "./eks";
import type { EksPool } from "./eks-pool";
import { eksNat, endpointsIssues } from "./nat";
import { architectureIssues } from "./pool-checks";

/** Problems between the keys of an EKS stack. */
export function eksIssues(settings: EksSettings): Issue[] {
  const { pools } = settings.eks;
  return [
    ...architectureIssues("towpath:eks.pools", pools.map(nodesOf)),
    ...endpointIssues(settings),
    ...floorIssues(pools),
    ...pools.flatMap((pool, index) => poolIssues(pool, `towpath:eks.pools[${index}]`, settings)),
    ...accessIssues(settings),
    ...endpointsIssues(settings),
  ];
}

function nodesOf(pool: EksPool): { readonly instanceTypes?: readonly string[] } {
  return pool.manager === "fargate" ? {} : pool;
}

function endpointIssues({ eks: { endpoint } }: EksSettings): Issue[] {
  if (!endpoint.public || endpoint.cidrs.length > 0) return [];
  const instead =
    'write who may reach the API server, for example ["203.0.113.0/24"], or set public to false';
  return [{ path: "towpath:eks.endpoint.cidrs", wrong: "empty, while the endpoint is public", instead }];
}

/** Whatever else makes nodes is itself a pod that needs one. */
function floorIssues(pools: readonly EksPool[]): Issue[] {
  const isFloor = (pool: EksPool) =>
    (pool.manager ?? "node-group") === "node-group" &&
    "min" in pool &&
    pool.capacity === "on-demand" &&
    pool.min > 0 &&
    !pool.instanceTypes.some(type => acceleratorOf(type) !== undefined);
  if (pools.some(isFloor)) return [];
  const instead =
    "give one on-demand node group without accelerators a min of 1 or more, so that controllers always have a node";
  return [{ path: "towpath:eks.pools", wrong: "no on-demand node is always there", instead }];
}

function poolIssues(pool: EksPool, path: string, settings: EksSettings): Issue[] {
  switch (pool.manager) {
    case "fargate":
      return fargateIssues(path, settings);
    case "karpenter":
      return [...acceleratorIssues(pool.instanceTypes, path), ...sizeIssues(pool.instanceTypes, path)];
    case "node-group":
    case undefined:
      return acceleratorIssues(pool.instanceTypes, path);
    default:
      pool satisfies never;
      return [];
  }
}

function acceleratorIssues(instanceTypes: readonly string[], path: string): Issue[] {
  const kinds = new Set(instanceTypes.map(acceleratorOf));
  const other = [...kinds].find(kind => kind !== undefined && kind !== "nvidia");
  if (other !== undefined) {
    const wrong = `an accelerator (${other}) that no device plugin here hands to pods`;
    const instead = "write types with NVIDIA GPUs, for example g6.xlarge, or types without";
    return [{ path: `${path}.instanceTypes`, wrong, instead }];
  }
  if (kinds.size <= 1) return [];
  const instead = "make another pool for the types without, since GPU nodes keep other pods off";
  return [{ path: `${path}.instanceTypes`, wrong: "types with and without a GPU mixed", instead }];
}

/** A limit of Karpenter's counts processors, which the name of a bare-metal type does not tell. */
function sizeIssues(instanceTypes: readonly string[], path: string): Issue[] {
  const metal = instanceTypes.filter(type => vcpusOf(type) === undefined);
  if (metal.length === 0) return [];
  const wrong = `${metal.join(", ")}: how many processors it has is not known here, and so no limit`;
  const instead = "write sizes such as large or 2xlarge, or make the pool a node group";
  return [{ path: `${path}.instanceTypes`, wrong, instead }];
}

function fargateIssues(path: string, settings: EksSettings): Issue[] {
  if (eksNat(settings) !== "none") return [];
  const wrong = "fargate, whose pods run in private subnets alone, while the network has none";
  return [{ path: `${path}.manager`, wrong, instead: "set network.nat to single" }];
}

function accessIssues({ eks: { access } }: EksSettings): Issue[] {
  return access.flatMap(({ principalArn, policy }, index) => {
    const first = access.findIndex(one => one.principalArn === principalArn && one.policy === policy);
    if (first === index) return [];
    const wrong = `the same principal and policy as in access[${first}], and AWS keeps one scope for both`;
    return [{ path: `towpath:eks.access[${index}]`, wrong, instead: "write all namespaces in one item" }];
  });
}
