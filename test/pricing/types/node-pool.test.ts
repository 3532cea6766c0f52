import { describe, expect, it } from "vitest";
import { nodeClassSpec } from "../../../components/platforms/eks/karpenter/node-class";
import { nodePoolSpec } from "../../../components/platforms/eks/karpenter/node-pool";
import { eksPool } from "../../../components/settings/eks-pool";
import { estimate, type PricedResource } from "../../../pricing/estimate";

const pool = eksPool.parse({
  name: "spot",
  manager: "karpenter",
  capacity: "spot",
  instanceTypes: ["m7g.large", "m7g.xlarge"],
  max: 2,
});
if (pool.manager !== "karpenter") throw new Error("not Karpenter's");

const place = {
  subnetIds: ["a"],
  securityGroupId: "sg",
  instanceProfile: "p",
  detailedMonitoring: false,
  tags: {},
};
const nodeClass = (publicAddress: boolean): PricedResource => ({
  type: "kubernetes:karpenter.k8s.aws/v1:EC2NodeClass",
  name: "class",
  inputs: { metadata: { name: "spot" }, spec: nodeClassSpec(pool, { ...place, publicAddress }) },
});
const nodePool: PricedResource = {
  type: "kubernetes:karpenter.sh/v1:NodePool",
  name: "pool",
  inputs: { metadata: { name: "spot" }, spec: nodePoolSpec(pool, [pool]) },
};
const cost = (...resources: PricedResource[]) => estimate(resources, { region: "us-east-1" });

describe("a NodePool", () => {
  it("costs nothing at rest, and at most its limit of the dearest type on demand with disks", () => {
    const of = cost(nodePool, nodeClass(false));
    expect(of.expectedUsd).toBe(0);
    // Two m7g.xlarge at 0.1632 USD an hour, and 20 GB for each.
    expect(of.lines.map(({ what, ceilingUsd }) => [what, ceilingUsd])).toEqual([
      ["gp3 disk", 3.2],
      ["m7g.large spot", 238.272],
    ]);
    expect(of.unpriced).toEqual([]);
  });

  it("has a public address a node where its class says so", () => {
    const of = cost(nodePool, nodeClass(true));
    expect(of.lines.find(({ what }) => what === "public IPv4")?.ceilingUsd).toBe(7.3);
  });

  it("is unpriced without a limit", () => {
    const { limits: _, ...spec } = nodePoolSpec(pool, [pool]);
    expect(cost({ ...nodePool, inputs: { spec } }).unpriced).toHaveLength(1);
  });
});
