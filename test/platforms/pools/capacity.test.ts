import { describe, expect, it } from "vitest";
import {
  architecturesOf,
  hasSpot,
  poolLabels,
  poolTaints,
} from "../../../components/platforms/pools/capacity";
import { pool } from "../../../components/settings/pool";

const floor = pool.parse({ name: "floor", instanceTypes: ["m7g.large"], labels: { team: "shop" } });
const spot = pool.parse({ name: "spot", capacity: "spot", instanceTypes: ["m7g.large"] });
const own = pool.parse({
  name: "gpu",
  instanceTypes: ["g5.xlarge"],
  taints: [{ key: "gpu", value: "yes" }],
});

describe("poolLabels", () => {
  it("adds the pool's name and capacity to its own labels", () => {
    expect(poolLabels(floor)).toEqual({
      team: "shop",
      "towpath.dev/pool": "floor",
      "towpath.dev/capacity": "on-demand",
    });
  });

  it("does not let a label of the user pass for a capacity", () => {
    const sly = pool.parse({ ...spot, labels: { "towpath.dev/capacity": "on-demand" } });
    expect(poolLabels(sly)["towpath.dev/capacity"]).toBe("spot");
  });
});

describe("poolTaints", () => {
  const taint = { key: "towpath.dev/capacity", value: "spot" };

  it("keeps others off spot nodes where there is another place, and only advises where there is none", () => {
    expect(poolTaints(spot, [floor, spot])).toEqual([{ ...taint, effect: "NoSchedule" }]);
    expect(poolTaints(spot, [spot])).toEqual([{ ...taint, effect: "PreferNoSchedule" }]);
  });

  it("does not count a pool that can have no node", () => {
    const empty = pool.parse({ ...floor, min: 0, max: 0 });
    expect(poolTaints(spot, [empty, spot])[0]?.effect).toBe("PreferNoSchedule");
  });

  it("leaves on-demand nodes with their own taints", () => {
    expect(poolTaints(own, [own, spot])).toEqual([{ key: "gpu", value: "yes", effect: "NoSchedule" }]);
  });
});

describe("architecturesOf and hasSpot", () => {
  it("reads architectures off the instance types, each once", () => {
    expect(architecturesOf(["t4g.small", "m7i.large", "m7g.large"])).toEqual(["amd64", "arm64"]);
  });

  it("counts no spot pool that cannot have a node", () => {
    expect(hasSpot([floor, spot])).toBe(true);
    expect(hasSpot([floor, pool.parse({ ...spot, min: 0, max: 0 })])).toBe(false);
  });
});
