import { describe, expect, it } from "vitest";
import { ADDON_KEYS } from "../../components/addons/addon";
import { addonFacts } from "../../components/addons/addon-facts";
import { addonIssues, CATALOG, selectAddons, selectedKeys } from "../../components/addons/catalog";
import { parseSettings } from "../../components/settings/parse";
import type { KubernetesSettings } from "../../components/settings/settings";

function settings(target: string, more: Record<string, unknown> = {}): KubernetesSettings {
  const raw = Object.fromEntries(Object.entries(more).map(([key, value]) => [`towpath:${key}`, value]));
  const eks = target === "eks" ? { "towpath:eks": { endpoint: { public: false } } } : {};
  const parsed = parseSettings({ "towpath:target": target, ...eks, ...raw }, "test");
  if (parsed.target === "docker") throw new Error("not a Kubernetes target");
  return parsed;
}

describe("selectedKeys", () => {
  it("leaves an existing cluster as it is but for the proxy", () => {
    expect(selectedKeys(settings("cluster"))).toEqual(["gatewayApi", "traefik"]);
  });

  it("gives K3s volumes and no monitoring, and EKS monitoring and no volume driver of its own", () => {
    expect(selectedKeys(settings("k3s"))).toEqual([
      "gatewayApi",
      "ebsCsi",
      "metricsServer",
      "clusterAutoscaler",
      "traefik",
    ]);
    expect(selectedKeys(settings("eks"))).toEqual([
      "gatewayApi",
      "monitoring",
      "metricsServer",
      "clusterAutoscaler",
      "traefik",
    ]);
  });

  it("brings cert-manager with a domain", () => {
    const tls = { domain: "example.com", acmeEmail: "ops@example.com" };
    expect(selectedKeys(settings("k3s", tls))).toContain("certManager");
  });

  it("installs no proxy where another Gateway controller serves the app", () => {
    expect(selectedKeys(settings("cluster", { cluster: { gatewayClass: "envoy" } }))).toEqual([]);
  });

  it("follows the settings over the defaults, and drops what only the proxy needed", () => {
    expect(selectedKeys(settings("cluster", { addons: { traefik: false } }))).toEqual([]);
    expect(selectedKeys(settings("k3s", { addons: { monitoring: true } }))).toContain("monitoring");
  });
});

describe("selectAddons", () => {
  it("puts every add-on after what it builds on", () => {
    const tls = { domain: "example.com", acmeEmail: "ops@example.com", addons: { monitoring: true } };
    const order = selectAddons(settings("k3s", tls)).map(({ key }) => key);
    expect(order).toHaveLength(ADDON_KEYS.length);
    for (const key of order)
      for (const before of [...CATALOG[key].after, ...CATALOG[key].needs])
        expect(order.indexOf(before), `${before} before ${key}`).toBeLessThan(order.indexOf(key));
  });
});

describe("addonIssues", () => {
  it("is empty for the defaults", () => {
    for (const target of ["k3s", "eks", "cluster"]) expect(addonIssues(settings(target))).toEqual([]);
  });

  it("names what is missing or cannot be had, all at once", () => {
    const addons = { traefik: false, certManager: false };
    const asked = settings("k3s", { domain: "example.com", acmeEmail: "ops@example.com", addons });
    expect(addonIssues(asked).map(({ path }) => path)).toEqual([
      "towpath:addons.certManager",
      "towpath:addons.traefik",
    ]);
    expect(addonIssues(settings("k3s", { addons: { gatewayApi: false } })).map(({ path }) => path)).toEqual([
      "towpath:addons.gatewayApi",
    ]);
    expect(addonIssues(settings("cluster", { addons: { clusterAutoscaler: true } }))).toHaveLength(1);
  });

  it("lets an existing cluster have the definitions already", () => {
    expect(addonIssues(settings("cluster", { addons: { gatewayApi: false } }))).toEqual([]);
  });
});

describe("addonFacts", () => {
  it("names the namespace of another Gateway controller where ours is off", () => {
    const cluster = { gatewayClass: "envoy", ingressNamespace: "envoy-gateway-system" };
    expect(addonFacts(settings("cluster", { cluster })).ingressNamespace).toBe("envoy-gateway-system");
    const ours = settings("cluster", { cluster, addons: { traefik: true } });
    expect(addonFacts(ours).ingressNamespace).toBe("traefik");
  });

  it("names the namespaces that NetworkPolicies let in, and the issuer only with a domain", () => {
    expect(addonFacts(settings("k3s"))).toEqual({ ingressNamespace: "traefik" });
    const tls = { domain: "example.com", acmeEmail: "ops@example.com" };
    expect(addonFacts(settings("eks", tls))).toEqual({
      ingressNamespace: "traefik",
      monitoringNamespace: "monitoring",
      clusterIssuer: "letsencrypt",
    });
  });
});
