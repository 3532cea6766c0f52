import { describe, expect, it } from "vitest";
import { InvalidInput } from "../../components/lib/issues";
import { parseSettings } from "../../components/settings/parse";

const ENDPOINT = { cidrs: ["203.0.113.0/24"] };
const FLOOR = { name: "floor", instanceTypes: ["m7g.large"] };

/** The problems of an EKS stack with these pools, as they are shown. */
function problems(pools: readonly unknown[], more: Record<string, unknown> = {}): string[] {
  const { eks, ...others } = { eks: {}, ...more };
  const raw = {
    "towpath:target": "eks",
    "towpath:eks": { endpoint: ENDPOINT, pools, ...(eks as object) },
    ...others,
  };
  try {
    parseSettings(raw, "test");
    return [];
  } catch (error) {
    if (error instanceof InvalidInput) return error.message.split("\n");
    throw error;
  }
}

describe("settings of EKS pools", () => {
  it("take every kind beside an on-demand floor", () => {
    const pools = [
      FLOOR,
      { name: "spot", capacity: "spot", instanceTypes: ["m7g.large", "m6g.large"], min: 0 },
      { name: "gpu", instanceTypes: ["g6.xlarge"], min: 0, update: { maxUnavailablePercentage: 50 } },
      { name: "rocket", image: "bottlerocket", instanceTypes: ["m7i.large"], min: 0 },
      { name: "more", manager: "karpenter", capacity: "spot", instanceTypes: ["m7g.large"], weight: 80 },
      { name: "jobs", manager: "fargate", namespaces: ["jobs"], labels: { size: "small" } },
    ];
    expect(problems(pools, { "towpath:network": { nat: "single" } })).toEqual([]);
  });

  it.each([
    [
      "a pool of spot nodes alone",
      [{ ...FLOOR, capacity: "spot" }],
      /^towpath:eks\.pools: no on-demand node is always there; give one on-demand node group/,
    ],
    [
      "a floor of GPU nodes, which keep controllers off",
      [{ name: "gpu", instanceTypes: ["g6.xlarge"], min: 1 }],
      /^towpath:eks\.pools: no on-demand node is always there/,
    ],
    [
      "a floor by Karpenter, which is a pod itself",
      [{ name: "more", manager: "karpenter", instanceTypes: ["m7g.large"] }],
      /^towpath:eks\.pools: no on-demand node is always there/,
    ],
    [
      "GPU types beside others",
      [FLOOR, { name: "mixed", instanceTypes: ["g6.xlarge", "m7i.large"] }],
      /^towpath:eks\.pools\[1\]\.instanceTypes: types with and without a GPU mixed; make another pool/,
    ],
    [
      "an accelerator without a device plugin",
      [FLOOR, { name: "ml", instanceTypes: ["trn1.2xlarge"] }],
      /^towpath:eks\.pools\[1\]\.instanceTypes: an accelerator \(neuron\).*; write types with NVIDIA GPUs/,
    ],
    [
      "two architectures in a pool of Karpenter",
      [FLOOR, { name: "k", manager: "karpenter", instanceTypes: ["m7g.large", "m7i.large"] }],
      /^towpath:eks\.pools\[1\]\.instanceTypes: arm64 and amd64 types mixed/,
    ],
    [
      "bare metal by Karpenter",
      [FLOOR, { name: "k", manager: "karpenter", instanceTypes: ["m7g.metal"] }],
      /^towpath:eks\.pools\[1\]\.instanceTypes: m7g\.metal: how many processors.*; write sizes such as large/,
    ],
    [
      "Fargate without private subnets",
      [FLOOR, { name: "jobs", manager: "fargate", namespaces: ["jobs"] }],
      /^towpath:eks\.pools\[1\]\.manager: fargate, whose pods run in private subnets.*; set network\.nat to single/,
    ],
    [
      "a min of Karpenter's, which starts from nothing",
      [FLOOR, { name: "k", manager: "karpenter", instanceTypes: ["m7g.large"], min: 1 }],
      /^towpath:eks\.pools\[1\]\.min: does not belong here; remove it, or choose the kind that has it/,
    ],
    [
      "a manager that is not known",
      [FLOOR, { name: "k", manager: "karpentr", instanceTypes: ["m7g.large"] }],
      /^towpath:eks\.pools\[1\]\.manager: not a value it can take; write node-group, karpenter or fargate/,
    ],
    [
      "two pools of one name and different kinds",
      [FLOOR, { name: "floor", manager: "karpenter", instanceTypes: ["m7g.large"] }],
      /^towpath:eks\.pools: two pools have the same name; give each its own/,
    ],
  ])("refuse %s", (_, pools, problem) => {
    expect(problems(pools)).toEqual([expect.stringMatching(problem)]);
  });

  it("let Fargate stand in staging, where there is NAT by default", () => {
    const pools = [FLOOR, { name: "jobs", manager: "fargate", namespaces: ["jobs"] }];
    expect(problems(pools, { "towpath:environment": "staging" })).toEqual([]);
    const none = { "towpath:environment": "staging", "towpath:network": { nat: "none" } };
    expect(problems(pools, none)).toHaveLength(1);
  });
});

describe("towpath:eks.access", () => {
  const principalArn = "arn:aws:iam::123456789012:role/team";

  it("refuses the same policy of one principal twice, since AWS keeps one scope", () => {
    const access = [
      { principalArn, policy: "edit", namespaces: ["shop"] },
      { principalArn, policy: "view" },
      { principalArn, policy: "edit", namespaces: ["other"] },
    ];
    expect(problems([FLOOR], { eks: { access } })).toEqual([
      "towpath:eks.access[2]: the same principal and policy as in access[0], and AWS keeps one scope for both; write all namespaces in one item",
    ]);
  });

  it("wants the ARN of a role or user", () => {
    const access = [{ principalArn: "team", policy: "view" }];
    expect(problems([FLOOR], { eks: { access } })[0]).toMatch(/principalArn: not the ARN of a role or user/);
  });
});
