import { describe, expect, it } from "vitest";
import type { Service } from "../../../components/app/model/service";
import { gpuLimits } from "../../../components/workloads/kubernetes/gpus";
import { planOf, podOf, refusalsOf } from "./plan-of";

const service = (fields: Partial<Service>): Service => ({ command: null, entrypoint: null, ...fields });
const reserved = (device: object) => ({ deploy: { resources: { reservations: { devices: [device] } } } });

describe("GPUs", () => {
  it.each([
    ["one where no number is given", { gpus: [{}] }, { "nvidia.com/gpu": "1" }],
    ["all, which a pod cannot have, as one", { gpus: [{ count: -1 }] }, { "nvidia.com/gpu": "1" }],
    ["by number", { gpus: [{ count: 3 }] }, { "nvidia.com/gpu": "3" }],
    [
      "as many as ids",
      reserved({ capabilities: ["gpu"], device_ids: ["0", "3"] }),
      { "nvidia.com/gpu": "2" },
    ],
    [
      "of both keys together",
      { gpus: [{ count: 1 }], ...reserved({ driver: "nvidia", count: 2 }) },
      { "nvidia.com/gpu": "3" },
    ],
    [
      "of each vendor apart",
      { gpus: [{ driver: "amd", count: 2 }, { count: 1 }] },
      { "amd.com/gpu": "2", "nvidia.com/gpu": "1" },
    ],
    ["none", {}, {}],
  ])("are counted %s", (_, fields, limits) => {
    expect(gpuLimits(service(fields))).toEqual(limits);
  });

  it("let the pod onto the nodes that are kept for them", () => {
    const { spec } = podOf(planOf({ app: { gpus: [{ driver: "amd" }] } }), "app");
    expect(spec.tolerations).toEqual([{ key: "amd.com/gpu", operator: "Exists", effect: "NoSchedule" }]);
  });

  it("are refused where no device plugin is known for the driver, and so is what is no GPU", () => {
    const refusals = refusalsOf({ a: { gpus: [{ driver: "cdi" }] }, b: reserved({ capabilities: ["tpu"] }) });
    expect(Object.keys(refusals)).toEqual([
      "services.a.gpus[0]",
      "services.b.deploy.resources.reservations.devices[0]",
    ]);
  });
});
