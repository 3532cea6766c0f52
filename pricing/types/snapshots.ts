import { fields, items, numberOf } from "../inputs";
import type { PricedResource } from "../priced-resource";
import type { Priced, Pricer } from "../pricer";

/** Snapshots that a Data Lifecycle Manager policy keeps: one full copy, and the changes of each day since. */
export const snapshots: Pricer = {
  types: ["aws:dlm/lifecyclePolicy:LifecyclePolicy"],
  price: ({ inputs }, context): Priced => {
    const details = fields(inputs.policyDetails);
    const kept = items(details.schedules).reduce<number>(
      (sum, one) => sum + (numberOf(fields(fields(one).retainRule).count) ?? 0),
      0,
    );
    if (kept === 0) return { unpriced: ["how many snapshots it keeps is not known"] };
    const volumes = context.stack
      .ofType("aws:ebs/volume:Volume")
      .filter(one => isTargeted(one, details.targetTags));
    const gb = volumes.reduce((sum, { inputs: of }) => sum + (numberOf(of.size) ?? 0), 0);
    const { snapshotUsedPercent: used, snapshotChangePercent: changed } = context.usage;
    return {
      charges: [
        {
          what: `${kept} snapshots of ${gb} GB`,
          price: context.book.price("snapshot"),
          quantity: (gb * (used + changed * (kept - 1))) / 100,
        },
      ],
      uses: ["snapshotUsedPercent", "snapshotChangePercent"],
    };
  },
};

/** A policy takes every volume that carries one of its tags. */
function isTargeted(volume: PricedResource, targetTags: unknown): boolean {
  const tags = fields(volume.inputs.tags);
  return Object.entries(fields(targetTags)).some(([key, value]) => tags[key] === value);
}
