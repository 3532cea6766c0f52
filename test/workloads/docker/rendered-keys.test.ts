import { describe, expect, it } from "vitest";
import { planOf, serviceOf } from "./plan-of";

describe("keys that Compose would not take as they stand", () => {
  it("lose the dependencies that the release does not have", () => {
    const condition = "service_started";
    const plan = planOf({
      app: { depends_on: { debug: { condition, required: false }, queue: { condition, required: false } } },
      queue: {},
    });
    expect(Object.keys(serviceOf(plan, "app").depends_on ?? {})).toEqual(["queue"]);
    expect(plan.services.find(({ name }) => name === "app")?.dependsOn).toEqual(["queue"]);
  });

  it("get back the zeros that the canonical form leaves out of limits", () => {
    const ulimits = { core: {}, nofile: { hard: 9 }, nproc: 5 };
    expect(serviceOf(planOf({ app: { ulimits } }), "app").ulimits).toEqual({
      core: { soft: 0, hard: 0 },
      nofile: { soft: 0, hard: 9 },
      nproc: 5,
    });
  });

  it("reserve the same memory beside devices", () => {
    const devices = [{ capabilities: ["gpu"] }];
    const service = serviceOf(
      planOf({ app: { deploy: { resources: { reservations: { devices } } } } }),
      "app",
    );
    expect(service.deploy).toEqual({
      resources: { reservations: { memory: service.mem_reservation, devices } },
    });
  });
});
