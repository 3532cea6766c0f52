import { describe, expect, it } from "vitest";
import { ADDON_KEYS } from "../../components/addons/addon";
import { addonFacts } from "../../components/addons/addon-facts";
import { addonIssues } from "../../components/addons/addon-issues";
import { CATALOG } from "../../components/addons/catalog";
import { selectAddons } from "../../components/addons/select-addons";
import { selectedKeys } from "../../components/addons/selected-keys";
import { parseSettings } from "../../components/settings/parse";
import type { KubernetesSettings } from "../../components/settings/settings";

function settings(target: string, more: Record<string, unknown> = {}): KubernetesSettings {
  const raw = Object.fromEntries(Object.entries(more).map(([key, value]) => [`towpath:${key}`, value]));
  const eks = target === "eks" ? { "towpath:eks": { endpoint: { public: false } } } : {};
  const parsed = parseSettings({ "towpath:target": target, ...eks, ...raw }, "test");
  if (parsed.target === "docker") throw new Error("not a Kubernetes target");
  return parsed;
}

/** Add-ons without settings that they need. */
const SWITCHES = [
  "monitoring",
  "nvidiaDevicePlugin",
  "awsLoadBalancerController",
  "externalSecrets",
  "kyverno",
  "loki",
  "velero",
  "trivyOperator",
  "opencost",
  "keda",
] as const;

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
    for (const key of ADDON_KEYS)
      for (const before of CATALOG[key].after)
        expect(ADDON_KEYS.indexOf(before), `${before} before ${key}`).toBeLessThan(ADDON_KEYS.indexOf(key));
    const on = Object.fromEntries(SWITCHES.map(key => [key, true]));
    const order = selectAddons(settings("eks", { addons: on })).map(({ key }) => key);
    expect(order).toEqual(ADDON_KEYS.filter(key => order.includes(key)));
    expect(order).toEqual(expect.arrayContaining([...SWITCHES]));
  });
});

describe("addonIssues", () => {
  const paths = (target: string, addons: object, more = {}) =>
    addonIssues(settings(target, { addons, ...more })).map(({ path }) => path);
  const at = (...keys: string[]) => keys.map(key => `towpath:addons.${key}`);
  const git = { repository: "https://git.example.com/shop.git", path: "deploy/prod" };

  it("refuses by name what a platform cannot have, with a reason and a way out", () => {
    expect(paths("k3s", { awsLoadBalancerController: true, nvidiaDevicePlugin: true })).toEqual(
      at("nvidiaDevicePlugin", "awsLoadBalancerController"),
    );
    expect(paths("cluster", { velero: true, awsLoadBalancerController: true })).toEqual(
      at("awsLoadBalancerController", "velero"),
    );
    for (const { wrong, instead } of addonIssues(settings("k3s", { addons: { nvidiaDevicePlugin: true } })))
      expect([wrong, instead]).toEqual([
        "true, while the nodes of K3s have no NVIDIA driver",
        "leave it out, or choose eks, whose GPU image has one",
      ]);
  });

  it("refuses two that do the same, once", () => {
    expect(paths("eks", { argoCd: git, flux: git })).toEqual(at("argoCd"));
  });

  it("brings what is needed, and says when that is turned off", () => {
    expect(selectedKeys(settings("k3s", { addons: { opencost: true } }))).toContain("monitoring");
    expect(selectedKeys(settings("k3s", { addons: { loki: true } }))).toContain("alloy");
    expect(paths("k3s", { opencost: true, monitoring: false })).toEqual(at("monitoring"));
    expect(paths("cluster", { opencost: true, monitoring: false })).toEqual(at("opencost"));
    expect(paths("eks", { loki: true, alloy: false })).toEqual(at("alloy"));
  });

  it("wants of ExternalDNS's settings what its provider needs", () => {
    expect(paths("eks", { externalDns: true })).toEqual(at("externalDns.domains", "externalDns.zoneIds"));
    expect(paths("cluster", { externalDns: { domains: ["a.example"], zoneIds: ["Z0123456789"] } })).toEqual(
      at("externalDns.provider"),
    );
    const cloudflare = { provider: "cloudflare", domains: ["a.example"] };
    expect(paths("cluster", { externalDns: cloudflare })).toEqual(at("externalDns.secret"));
    expect(paths("cluster", { externalDns: { ...cloudflare, secret: "token" } })).toEqual([]);
  });

  it("wants an image policy that asks for something, and its engine", () => {
    expect(paths("eks", { imagePolicy: { digests: false } })).toEqual(at("imagePolicy"));
    expect(paths("eks", { imagePolicy: { engine: "kyverno" }, kyverno: false })).toEqual(
      at("imagePolicy.engine"),
    );
    expect(selectedKeys(settings("eks", { addons: { imagePolicy: { engine: "kyverno" } } }))).toContain(
      "kyverno",
    );
  });

  it("wants somebody to send alerts, and a way for Flux to know its host", () => {
    expect(paths("k3s", { alerts: { kind: "webhook", secret: "hook" } })).toEqual(at("alerts"));
    expect(paths("eks", { flux: { ...git, repository: "ssh://git@git.example.com/shop.git" } })).toEqual(
      at("flux.repository"),
    );
  });

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
