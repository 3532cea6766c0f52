import { resolve } from "node:path";
import * as k8s from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import { describe, expect, it } from "vitest";
import type { Registered } from "../../cli/engine/registered";
import { Addons } from "../../components/addons/addons";
import type { AppFacts } from "../../components/addons/app-facts";
import type { KubernetesSettings } from "../../components/settings/settings";
import { only, runComponent, tree } from "../harness/run-component";
import { IDENTITY, settingsFor } from "../platforms/kubernetes-settings";

const GOLDENS = resolve(__dirname, "../fixtures/platforms");
const RELEASE = "kubernetes:helm.sh/v3:Release";
const TLS = { domain: "example.com", acmeEmail: "ops@example.com" };

const APP: AppFacts = {
  namespace: "shop",
  workloads: [{ name: "web", kind: "Deployment", routed: true }],
  ownImages: ["docker.io/library/busybox:1.37.0"],
};

class Cluster extends pulumi.ComponentResource {
  readonly provider: k8s.Provider;
  constructor() {
    super("test:index:Cluster", "cluster");
    this.provider = new k8s.Provider("cluster-kubernetes", {}, { parent: this });
  }
}

async function addons(settings: KubernetesSettings): Promise<readonly Registered[]> {
  const { resources } = await runComponent(() => {
    const { provider } = new Cluster();
    const region = settings.target === "cluster" ? {} : { region: "us-east-1" };
    const role = settings.target === "k3s" ? { controllerRole: pulumi.output("server-role") } : {};
    const cluster = {
      name: pulumi.output("towpath-shop-test"),
      vpcId: pulumi.output("vpc-1"),
      ...region,
      ...role,
    };
    const ours = settings.target === "cluster" ? {} : { kubeconfig: pulumi.secret("a kubeconfig") };
    const platform = { provider, gatewayClass: "traefik", cluster, ready: [], ...ours };
    const secret = (name: string) => pulumi.output(`value of ${name}`);
    new Addons("addons", { settings, identity: IDENTITY, platform, app: APP, secret });
  });
  return resources;
}

describe("Addons", () => {
  it("are this tree on K3s with a domain and monitoring", async () => {
    const settings = settingsFor("k3s", { ...TLS, addons: { monitoring: true } });
    await expect(tree(await addons(settings))).toMatchFileSnapshot(resolve(GOLDENS, "addons-k3s.tree.txt"));
  });

  it("are pinned releases that are rolled back when they fail", async () => {
    const releases = (await addons(settingsFor("k3s", TLS))).filter(({ type }) => type === RELEASE);
    expect(releases.map(({ name }) => name).sort()).toEqual([
      "addons-aws-ebs-csi-driver-release",
      "addons-cert-manager-release",
      "addons-cluster-autoscaler-release",
      "addons-gateway-api-release",
      "addons-metrics-server-release",
      "addons-traefik-release",
    ]);
    for (const { inputs } of releases) {
      expect(inputs).toMatchObject({ atomic: true, cleanupOnFail: true, createNamespace: false });
      expect(inputs.version).toMatch(/^v?\d+\.\d+\.\d+$/);
    }
  });

  it("wait for what they build on", async () => {
    const resources = await addons(settingsFor("k3s", { ...TLS, addons: { monitoring: true } }));
    const waitsFor = (release: string) =>
      only(resources, "towpath:addons:HelmAddon", `-${release}`).dependencies.join();
    expect(waitsFor("traefik")).toContain("addons-gateway-api-release");
    expect(waitsFor("traefik")).toContain("addons-monitoring-release");
    expect(waitsFor("cert-manager")).toContain("addons-gateway-api-release");
    const issuer = only(resources, "towpath:addons:ClusterIssuer");
    expect(issuer.dependencies.join()).toContain("addons-cert-manager-release");
  });

  it("have namespaces that enforce Pod Security, and policies that keep pods from the instance's role", async () => {
    const resources = await addons(settingsFor("k3s"));
    expect(only(resources, "kubernetes:core/v1:Namespace").inputs.metadata).toMatchObject({
      name: "traefik",
      labels: { "pod-security.kubernetes.io/enforce": "restricted" },
    });
    const { spec } = only(resources, "kubernetes:networking.k8s.io/v1:NetworkPolicy").inputs;
    expect(spec).toMatchObject({
      podSelector: {},
      policyTypes: ["Ingress", "Egress"],
      egress: [{ to: [{ ipBlock: { cidr: "0.0.0.0/0", except: ["169.254.169.254/32"] } }] }],
    });
  });

  it("are tied to the cluster by its name and region", async () => {
    const resources = await addons(settingsFor("k3s"));
    const { values } = only(resources, RELEASE, "-cluster-autoscaler-release").inputs;
    expect(values).toMatchObject({
      autoDiscovery: { clusterName: "towpath-shop-test" },
      awsRegion: "us-east-1",
      nodeSelector: { "node-role.kubernetes.io/control-plane": "true" },
    });
  });

  it("are the proxy alone on a cluster that exists", async () => {
    const resources = await addons(settingsFor("cluster"));
    expect(resources.filter(({ type }) => type === RELEASE).map(({ name }) => name)).toEqual([
      "addons-gateway-api-release",
      "addons-traefik-release",
    ]);
    expect(resources.some(({ type }) => type.endsWith(":NetworkPolicy"))).toBe(false);
  });
});
