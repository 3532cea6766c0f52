import { describe, expect, it } from "vitest";
import { capabilityIssues } from "../../components/capabilities/capability-issues";
import type { Needs } from "../../components/capabilities/needs";
import type { Capabilities } from "../../components/settings/capabilities";

const NEEDS: Needs = { scales: true, routes: true, balanced: [], storageClasses: new Set([undefined]) };
const FULL: Capabilities = {
  kubernetesVersion: "1.35.2",
  gatewayApi: true,
  gatewayClasses: ["traefik"],
  metricsApi: true,
  loadBalancer: true,
  storageClasses: [{ name: "standard", provisioner: "", default: true }],
};

const issues = (lacking: Partial<Capabilities>, addons: readonly string[] = [], needs: Partial<Needs> = {}) =>
  capabilityIssues({
    needs: { ...NEEDS, ...needs },
    capabilities: { ...FULL, ...lacking },
    addons: new Set(addons),
    gatewayClass: "traefik",
  }).map(({ wrong }) => wrong);

describe("capabilityIssues", () => {
  it("has nothing against a cluster that has everything, or of which nothing is known", () => {
    expect(issues({})).toEqual([]);
    const unknown = capabilityIssues({
      needs: NEEDS,
      capabilities: {},
      addons: new Set(["traefik"]),
      gatewayClass: "traefik",
    });
    expect(unknown).toEqual([]);
  });

  it("names every lack at once", () => {
    const lacks = issues({ metricsApi: false, gatewayApi: false, loadBalancer: false, storageClasses: [] }, [
      "traefik",
    ]);
    expect(lacks).toEqual([
      expect.stringContaining("no metrics API"),
      expect.stringContaining("no Gateway API"),
      expect.stringContaining("LoadBalancer an address, and traefik would wait"),
      expect.stringContaining("no StorageClass of the cluster is its default (it has none)"),
    ]);
  });

  it("takes what an add-on brings for there", () => {
    const all = { metricsApi: false, gatewayApi: false, gatewayClasses: [] };
    expect(issues(all, ["metricsServer", "gatewayApi", "traefik"])).toEqual([]);
  });

  it("asks for nothing that the app does not use", () => {
    const nothing = { metricsApi: false, gatewayApi: false, loadBalancer: false, storageClasses: [] };
    expect(issues(nothing, [], { scales: false, routes: false, storageClasses: new Set() })).toEqual([]);
  });

  it("refuses a GatewayClass and a StorageClass that are not there, and says which are", () => {
    expect(issues({ gatewayClasses: ["envoy"] })).toEqual([expect.stringContaining("it has envoy")]);
    expect(issues({}, [], { storageClasses: new Set(["fast"]) })).toEqual([
      expect.stringMatching(/^fast.*it has standard/),
    ]);
  });

  it("counts Services of the app that want an address", () => {
    expect(issues({ loadBalancer: false }, [], { balanced: ["web"] })).toEqual([
      expect.stringContaining("web would wait"),
    ]);
  });

  it("refuses a cluster that is too old", () => {
    expect(issues({ kubernetesVersion: "1.29.4" })).toEqual([expect.stringContaining("too old")]);
    expect(issues({ kubernetesVersion: "1.30.0" })).toEqual([]);
  });
});
