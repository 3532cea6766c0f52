import { dataDisks, ROOT_DISK_GB } from "./disks";
import { severalMachines } from "./machines";
import type { Sketch } from "./sketch-request";

const SMALLEST_GB = 4;
/** One node is the floor of the smallest documented cluster. */
const LEAST_NODES = 1;

/** A control plane, nodes on demand in public subnets, and the load balancer in front. */
export const eksSketch: Sketch = ({ memoryGb, volumesGb }) => {
  const nodes = severalMachines(memoryGb, LEAST_NODES, SMALLEST_GB);
  return [
    {
      type: "aws:eks/cluster:Cluster",
      name: "cluster",
      inputs: { upgradePolicy: { supportType: "STANDARD" } },
    },
    { type: "aws:ec2/subnet:Subnet", name: "subnet-a", inputs: { mapPublicIpOnLaunch: true } },
    { type: "aws:ec2/subnet:Subnet", name: "subnet-b", inputs: { mapPublicIpOnLaunch: true } },
    {
      type: "aws:eks/nodeGroup:NodeGroup",
      name: "nodes",
      inputs: {
        instanceTypes: [nodes.type],
        diskSize: ROOT_DISK_GB,
        scalingConfig: { minSize: nodes.count, desiredSize: nodes.count, maxSize: nodes.count },
      },
    },
    { type: "kubernetes:core/v1:Service", name: "proxy", inputs: { spec: { type: "LoadBalancer" } } },
    { type: "aws:kms/key:Key", name: "key", inputs: {} },
    ...dataDisks(volumesGb),
  ];
};
