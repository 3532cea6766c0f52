import { dataDisks, ROOT_DISK_GB } from "./disks";
import { severalMachines } from "./machines";
import type { Sketch } from "./sketch-request";

/** What a small server carries of the app beside the control plane, GiB. */
const SERVER_CARRIES_GB = 0.75;
const SMALLEST_GB = 2;

/** A server with an address, and spot agents for what it cannot carry. */
export const k3sSketch: Sketch = ({ memoryGb, volumesGb }) => {
  const agents = severalMachines(Math.max(0, memoryGb - SERVER_CARRIES_GB), 1, SMALLEST_GB);
  const disk = { volumeSize: ROOT_DISK_GB, volumeType: "gp3" };
  return [
    {
      type: "aws:ec2/instance:Instance",
      name: "server",
      inputs: { instanceType: "t4g.small", rootBlockDevice: disk },
    },
    { type: "aws:ec2/eip:Eip", name: "server-address", inputs: {} },
    {
      type: "aws:ec2/launchTemplate:LaunchTemplate",
      name: "agents",
      inputs: {
        instanceType: agents.type,
        instanceMarketOptions: { marketType: "spot" },
        blockDeviceMappings: [{ ebs: disk }],
        networkInterfaces: [{ associatePublicIpAddress: "true" }],
      },
    },
    {
      type: "aws:autoscaling/group:Group",
      name: "agents",
      inputs: { minSize: agents.count, maxSize: agents.count },
    },
    ...dataDisks(volumesGb),
  ];
};
