import { describe, expect, it } from "vitest";
import type { Addon } from "../../components/addons/addon";
import { CATALOG } from "../../components/addons/catalog";
import { selectAddons } from "../../components/addons/select-addons";
import { teardownOrder } from "../../components/addons/teardown-order";
import { settingsFor } from "../platforms/kubernetes-settings";

// An endpoint that is private needs no blocks.
const REACHED = { k3s: {}, eks: { eks: { endpoint: { public: false } } } };

const named = (step: ReturnType<typeof teardownOrder>[number]) =>
  step.kind === "drain" ? `drain ${step.what}` : step.addon.key;

describe("teardownOrder", () => {
  it("drains right after the controllers, and before what comes later", () => {
    const addons = selectAddons(settingsFor("k3s", { addons: { monitoring: true } }));
    const steps = teardownOrder(addons);
    const names = steps.map(named);
    expect(names.indexOf("drain volumes")).toBe(names.indexOf("ebsCsi") + 1);
    expect(names[0]).toBe("drain load-balancers");
    const traefik = steps.find(step => named(step) === "traefik");
    expect(traefik).toMatchObject({ drains: ["load-balancers", "volumes"] });
  });

  it("waits for the last of several controllers, and for none where the cluster itself is one", () => {
    const second: Addon = { ...CATALOG.metricsServer, makes: ["volumes"] };
    const steps = teardownOrder([CATALOG.ebsCsi, second, CATALOG.traefik]);
    expect(steps.map(named)).toEqual([
      "drain load-balancers",
      "ebsCsi",
      "metricsServer",
      "drain volumes",
      "traefik",
    ]);
    expect(steps[3]).toMatchObject({ after: ["ebsCsi", "metricsServer"] });
    expect(teardownOrder([CATALOG.traefik])[1]).toMatchObject({ what: "volumes", after: [] });
  });

  it("drains nothing of a cluster that stays", () => {
    expect(teardownOrder([CATALOG.traefik], []).map(named)).toEqual(["traefik"]);
  });

  it.each(["k3s", "eks"] as const)("has whatever makes load balancers or volumes drained on %s", target => {
    const steps = teardownOrder(
      selectAddons(settingsFor(target, { addons: { monitoring: true }, ...REACHED[target] })),
    );
    for (const key of ["traefik", "monitoring"])
      expect(steps.find(step => named(step) === key)).toMatchObject({
        drains: ["load-balancers", "volumes"],
      });
  });
});
