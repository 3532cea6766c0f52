import type { Pool } from "../../settings/pool";

/** How an Auto Scaling group buys its instances: spot from the pools least likely to be taken back, by price. */
export function instancesDistribution(capacity: Pool["capacity"]) {
  switch (capacity) {
    case "spot":
      return {
        onDemandBaseCapacity: 0,
        onDemandPercentageAboveBaseCapacity: 0,
        spotAllocationStrategy: "price-capacity-optimized",
      };
    case "on-demand":
      return {
        onDemandBaseCapacity: 0,
        onDemandPercentageAboveBaseCapacity: 100,
        onDemandAllocationStrategy: "prioritized",
      };
    default:
      capacity satisfies never;
      throw new TypeError(`no such capacity: ${capacity}`);
  }
}
