import { describe, expect, it } from "vitest";
import { serviceShares } from "../../cli/cost/owners";
import { loadedApp } from "../workloads/shared/loaded-app";

describe("a service's share of the bill", () => {
  it("is nothing of the cluster where it runs on boards, which K3s alone has", () => {
    const { app } = loadedApp({
      services: {
        web: { image: "web:1" },
        sensor: { image: "sensor:1", "x-towpath": { edge: ["kitchen"] } },
      },
    });
    const { weights } = serviceShares(app, "k3s");
    expect(weights.sensor).toBe(0);
    expect(weights.web).toBeGreaterThan(0);
    expect(serviceShares(app, "docker").weights.sensor).toBe(weights.web);
  });
});
