import { dailySnapshots, dataDisks, ROOT_DISK_GB } from "./disks";
import { oneMachine } from "./machines";
import type { Sketch } from "./sketch-request";

/** One machine with an address, a disk a volume and their snapshots. */
export const dockerSketch: Sketch = ({ memoryGb, volumesGb, snapshotsKept }) => [
  {
    type: "aws:ec2/instance:Instance",
    name: "machine",
    inputs: {
      instanceType: oneMachine(memoryGb).type,
      rootBlockDevice: { volumeSize: ROOT_DISK_GB, volumeType: "gp3" },
    },
  },
  { type: "aws:ec2/eip:Eip", name: "address", inputs: {} },
  ...dataDisks(volumesGb),
  ...(volumesGb.length === 0 ? [] : dailySnapshots(snapshotsKept)),
];
