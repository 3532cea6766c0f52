import { describe, expect, it } from "vitest";
import { clusterFacts } from "../components/cluster-facts";
import { settingsFor } from "./platforms/kubernetes-settings";

/** What every cluster has when the settings say nothing. */
const usual = { team: { view: [], edit: [] }, quota: { headroomPercent: 100 } };

describe("clusterFacts", () => {
  it("of K3s count the servers among the architectures", () => {
    const mixed = { k3s: { serverType: "t3.small" } };
    expect(clusterFacts(settingsFor("k3s", mixed))).toEqual({
      ...usual,
      ingressNamespace: "traefik",
      gatewayClass: "traefik",
      storageClass: "gp3",
      architectures: ["amd64", "arm64"],
      spot: true,
    });
  });

  it("of K3s name its boards, which are no place for an image that names none", () => {
    const pi = { name: "pi", address: "203.0.113.7", hostKey: "ssh-ed25519 AAAA", architecture: "arm" };
    const facts = (more: object) => clusterFacts(settingsFor("k3s", { k3s: { edge: [pi] }, ...more }));
    const { edge, architectures, buildsToEcr } = facts({});
    expect(edge).toEqual([{ name: "pi", architecture: "arm" }]);
    expect(buildsToEcr).toBe(true);
    const registry = { kind: "self-hosted", address: "registry.example.com" };
    expect(facts({ registry }).buildsToEcr).toBe(false);
    expect(architectures).toEqual(["arm64"]);
    for (const key of ["edge", "buildsToEcr"])
      expect(clusterFacts(settingsFor("k3s"))).not.toHaveProperty(key);
  });

  it("of an existing cluster leave the storage class to it", () => {
    expect(clusterFacts(settingsFor("cluster"))).toEqual({
      ...usual,
      ingressNamespace: "traefik",
      gatewayClass: "traefik",
      architectures: ["amd64"],
      spot: false,
    });
  });

  it("say who may reach the app only where that is not everyone", () => {
    const office = ["203.0.113.0/24"];
    expect(clusterFacts(settingsFor("k3s", { allowedCidrs: office })).allowedCidrs).toEqual(office);
    expect(clusterFacts(settingsFor("k3s"))).not.toHaveProperty("allowedCidrs");
  });
});
