import type { PricedResource } from "../../pricing/priced-resource";

/** Root disk of a machine, GiB. */
export const ROOT_DISK_GB = 20;

/** A disk for each volume. */
export function dataDisks(sizes: readonly number[]): readonly PricedResource[] {
  return sizes.map((size, index) => ({
    type: "aws:ebs/volume:Volume",
    name: `volume-${index + 1}`,
    inputs: { size, type: "gp3", tags: { "towpath:sketch": "volume" } },
  }));
}

/** The policy that snapshots those disks every day. */
export function dailySnapshots(count: number): readonly PricedResource[] {
  if (count === 0) return [];
  const policyDetails = {
    targetTags: { "towpath:sketch": "volume" },
    schedules: [{ retainRule: { count } }],
  };
  return [{ type: "aws:dlm/lifecyclePolicy:LifecyclePolicy", name: "snapshots", inputs: { policyDetails } }];
}
