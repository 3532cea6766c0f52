import type { Pricer } from "./pricer";
import { autoScalingGroup } from "./types/auto-scaling-group";
import { bucket } from "./types/bucket";
import { eksCluster } from "./types/eks-cluster";
import { elasticIp } from "./types/elastic-ip";
import { fargateProfile } from "./types/fargate-profile";
import { fileSystem } from "./types/file-system";
import { flat } from "./types/flat";
import { helmRelease } from "./types/helm-release";
import { instance } from "./types/instance";
import { loadBalancer } from "./types/load-balancer";
import { logGroup } from "./types/log-group";
import { metricAlarm } from "./types/metric-alarm";
import { natGateway } from "./types/nat-gateway";
import { nodeGroup } from "./types/node-group";
import { nodePool } from "./types/node-pool";
import { parameter } from "./types/parameter";
import { queue } from "./types/queue";
import { repository } from "./types/repository";
import { service } from "./types/service";
import { snapshots } from "./types/snapshots";
import { stack } from "./types/stack";
import { statefulSet } from "./types/stateful-set";
import { volume } from "./types/volume";
import { volumeClaim } from "./types/volume-claim";
import { vpcEndpoint } from "./types/vpc-endpoint";

/** Every priced thing. */
export const PRICERS: readonly Pricer[] = [
  autoScalingGroup,
  bucket,
  eksCluster,
  elasticIp,
  fargateProfile,
  fileSystem,
  flat,
  helmRelease,
  instance,
  loadBalancer,
  logGroup,
  metricAlarm,
  natGateway,
  nodeGroup,
  nodePool,
  parameter,
  queue,
  repository,
  service,
  snapshots,
  stack,
  statefulSet,
  volume,
  volumeClaim,
  vpcEndpoint,
];

const BY_TYPE = new Map(PRICERS.flatMap(pricer => pricer.types.map(type => [type, pricer] as const)));

export function pricerOf(type: string): Pricer | undefined {
  return BY_TYPE.get(type);
}
