import { describe, expect, it } from "vitest";
import { nodeImage } from "../../../components/platforms/eks/node-image";
import { eksLabels, eksTaints } from "../../../components/platforms/eks/node-marks";
import { scaleFromZeroTags } from "../../../components/platforms/eks/scale-from-zero-tags";
import { eksPool, type NodeGroupPool } from "../../../components/settings/eks-pool";

function group(more: Record<string, unknown> = {}): NodeGroupPool {
  const parsed = eksPool.parse({ name: "one", instanceTypes: ["m7g.large"], ...more });
  if (parsed.manager !== undefined) throw new Error("not a node group");
  return parsed;
}

const gpu = group({ name: "gpu", instanceTypes: ["g6.xlarge", "g5.xlarge"], min: 0, diskGb: 100 });

describe("nodeImage", () => {
  it.each([
    [group(), "AL2023_ARM_64_STANDARD"],
    [group({ instanceTypes: ["m7i.large"] }), "AL2023_x86_64_STANDARD"],
    [gpu, "AL2023_x86_64_NVIDIA"],
    [group({ instanceTypes: ["g5g.xlarge"] }), "AL2023_ARM_64_NVIDIA"],
    [group({ image: "bottlerocket" }), "BOTTLEROCKET_ARM_64"],
    [group({ image: "bottlerocket", instanceTypes: ["g6.xlarge"] }), "BOTTLEROCKET_x86_64_NVIDIA"],
  ])("fits the architecture and the GPUs (%#)", (pool, amiType) => {
    expect(nodeImage(pool).amiType).toBe(amiType);
  });

  it("keeps pods of Bottlerocket on its second disk", () => {
    expect(nodeImage(group({ image: "bottlerocket" }))).toMatchObject({
      dataDevice: "/dev/xvdb",
      systemDisk: { device: "/dev/xvda" },
    });
  });
});

describe("GPU nodes", () => {
  it("keep off pods without a GPU, unless the pool has the taint its own way", () => {
    expect(eksTaints(gpu, [gpu])).toEqual([
      { key: "nvidia.com/gpu", value: "present", effect: "NoSchedule" },
    ]);
    const own = { key: "nvidia.com/gpu", value: "", effect: "PreferNoSchedule" } as const;
    expect(eksTaints({ ...gpu, taints: [own] }, [gpu])).toEqual([own]);
    expect(eksTaints(group(), [group()])).toEqual([]);
  });

  it("are found by the device plugin, except Bottlerocket's, which have one", () => {
    expect(eksLabels(gpu)).toMatchObject({
      "nvidia.com/gpu.present": "true",
      "k8s.amazonaws.com/accelerator": "nvidia",
    });
    expect(eksLabels({ ...gpu, image: "bottlerocket" })).not.toHaveProperty(["nvidia.com/gpu.present"]);
    expect(eksLabels(group())).not.toHaveProperty(["k8s.amazonaws.com/accelerator"]);
  });
});

describe("scaleFromZeroTags", () => {
  const prefix = "k8s.io/cluster-autoscaler/node-template";

  it("tell labels, taints and disk of a node that is not there yet", () => {
    expect(Object.fromEntries(scaleFromZeroTags(gpu, [group(), gpu]))).toEqual({
      [`${prefix}/label/towpath.dev/capacity`]: "on-demand",
      [`${prefix}/label/towpath.dev/pool`]: "gpu",
      [`${prefix}/label/k8s.amazonaws.com/accelerator`]: "nvidia",
      [`${prefix}/label/nvidia.com/gpu.present`]: "true",
      [`${prefix}/taint/nvidia.com/gpu`]: "present:NoSchedule",
      [`${prefix}/resources/ephemeral-storage`]: "100Gi",
    });
  });

  it("are not needed by a group that is never empty", () => {
    expect(scaleFromZeroTags(group({ min: 1 }), [])).toEqual([]);
  });
});
