import { describe, expect, it } from "vitest";
import { acceleratorOf } from "../../components/lib/accelerator";
import { vcpusOf } from "../../components/lib/vcpus";

describe("acceleratorOf", () => {
  it.each([
    ["g6.xlarge", "nvidia"],
    ["g5g.xlarge", "nvidia"],
    ["gr6.4xlarge", "nvidia"],
    ["p5en.48xlarge", "nvidia"],
    ["g4ad.xlarge", "amd"],
    ["inf2.xlarge", "neuron"],
    ["trn1n.32xlarge", "neuron"],
    ["dl1.24xlarge", "gaudi"],
    ["m7g.large", undefined],
    ["im4gn.large", undefined],
    ["c6gd.medium", undefined],
  ])("tells what %s has", (type, accelerator) => {
    expect(acceleratorOf(type)).toBe(accelerator);
  });
});

describe("vcpusOf", () => {
  it.each([
    ["m7g.medium", 1],
    ["t4g.medium", 2],
    ["t3.nano", 2],
    ["m7g.large", 2],
    ["r7g.xlarge", 4],
    ["c7i.12xlarge", 48],
    ["p5.48xlarge", 192],
    ["m7g.metal", undefined],
    ["c7i.metal-24xl", undefined],
  ])("counts the processors of %s", (type, count) => {
    expect(vcpusOf(type)).toBe(count);
  });
});
