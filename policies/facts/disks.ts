import type { PolicyResource } from "../subject";
import { isOn, listAt, read } from "./read";

/** An EBS disk of a machine, or a volume of its own. */
export interface Disk {
  readonly what: string;
  readonly encrypted: boolean;
}

const disk = (what: string, of: unknown): Disk => ({
  what,
  get encrypted() {
    return isOn(of, "encrypted");
  },
});

/** How each type names its disks. A machine that names no root disk gets its image's, which is not encrypted. */
const DISKS: Readonly<Record<string, (props: PolicyResource["props"]) => readonly Disk[]>> = {
  "aws:ebs/volume:Volume": props => [disk("the volume", props)],
  "aws:ec2/instance:Instance": props => [
    disk("the root disk", read(props, "rootBlockDevice")),
    ...listAt(props, "ebsBlockDevices").map(one => disk("a further disk", one)),
  ],
  "aws:ec2/launchTemplate:LaunchTemplate": props => {
    const mappings = listAt(props, "blockDeviceMappings");
    if (mappings.length === 0) return [disk("the image's disk", {})];
    return mappings.map(one => disk("a disk", read(one, "ebs")));
  },
};

export function disksOf({ type, props }: PolicyResource): readonly Disk[] {
  return DISKS[type]?.(props) ?? [];
}
