import { describe, expect, it } from "vitest";
import { estimate, type PricedResource } from "../../../pricing/estimate";

const make = (type: string, inputs: Record<string, unknown> = {}, name = "it"): PricedResource => ({
  type,
  name,
  inputs,
});
const on = (today: string, ...resources: PricedResource[]) =>
  estimate(resources, { region: "us-east-1", today, usage: { loadBalancerUnits: 0, natDataGb: 0 } });
const cost = (...resources: PricedResource[]) => on("2026-11-23", ...resources);

const cluster = (inputs: Record<string, unknown> = {}) =>
  make("eks:index:Cluster", { version: "1.34", skipDefaultNodeGroup: true, ...inputs }, "cluster");
const machine = make("aws:ec2/instance:Instance", { instanceType: "t4g.small" }, "server");
const [STANDARD, EXTENDED] = [73, 438];

describe("an EKS cluster", () => {
  it.each([
    ["1.34", "2026-12-02", STANDARD],
    ["1.34", "2026-12-03", EXTENDED],
    ["1.27", "2026-11-23", EXTENDED],
    ["1.36", "2026-11-23", STANDARD],
  ])("of version %s costs on %s %d a month", (version, today, usd) => {
    expect(on(today, cluster({ version })).expectedUsd).toBe(usd);
    expect(on(today, make("aws:eks/cluster:Cluster", { version })).expectedUsd).toBe(usd);
  });

  it("never pays for extended support under the STANDARD upgrade policy", () => {
    const kept = cluster({ version: "1.32", upgradePolicy: { supportType: "STANDARD" } });
    expect(cost(kept).expectedUsd).toBe(STANDARD);
  });

  it("is one control plane, seen by itself and inside its component", () => {
    expect(cost(cluster(), make("aws:eks/cluster:Cluster", { version: "1.35" })).expectedUsd).toBe(STANDARD);
  });

  it("brings two nodes unless told not to, and says that their disks are missing", () => {
    const of = cost(cluster({ skipDefaultNodeGroup: false }));
    expect(of.lines.find(line => line.what === "t3.medium")?.expectedUsd).toBe(60.736);
    expect(of.unpriced.map(one => one.why)).toEqual(["disks of the default node group"]);
  });

  it("writes logs for each type that is on", () => {
    const of = cost(cluster({ enabledClusterLogTypes: ["api", "audit"] }));
    expect(of.expectedUsd).toBe(STANDARD + 0.5);
    const group = make("aws:cloudwatch/logGroup:LogGroup", {
      name: "/aws/eks/x/cluster",
      retentionInDays: 30,
    });
    expect(cost(cluster({ enabledClusterLogTypes: ["api", "audit"] }), group).expectedUsd).toBe(
      STANDARD + 0.5,
    );
  });

  it("says that Auto Mode's nodes are not counted", () => {
    expect(cost(cluster({ autoMode: { enabled: true } })).unpriced).toHaveLength(1);
  });
});

describe("a load balancer", () => {
  const balancer = (inputs: Record<string, unknown>) => make("aws:lb/loadBalancer:LoadBalancer", inputs);
  it("has a public address in each subnet, unless internal", () => {
    const network = { loadBalancerType: "network", subnets: ["a", "b", "c"] };
    expect(cost(balancer(network)).expectedUsd).toBe(27.38);
    expect(cost(balancer({ ...network, internal: true })).expectedUsd).toBe(16.43);
  });
  it("has two subnets when they are not known", () => {
    expect(cost(balancer({ subnets: "[unknown]" })).expectedUsd).toBe(23.73);
  });
});

describe("Kubernetes objects that cost", () => {
  const service = (type: string, annotations = {}) =>
    make("kubernetes:core/v1:Service", { metadata: { annotations }, spec: { type } });
  const traefik = (values = {}) => make("kubernetes:helm.sh/v3:Release", { chart: "traefik", values });
  const claim = make("kubernetes:core/v1:PersistentVolumeClaim", {
    spec: { resources: { requests: { storage: "20Gi" } } },
  });

  it.each([
    ["a LoadBalancer Service", service("LoadBalancer"), 23.73],
    [
      "an internal one",
      service("LoadBalancer", { "service.beta.kubernetes.io/aws-load-balancer-scheme": "internal" }),
      16.43,
    ],
    ["a ClusterIP Service", service("ClusterIP"), 0],
    ["Traefik", traefik(), 23.73],
    ["Traefik as ClusterIP", traefik({ service: { spec: { type: "ClusterIP" } } }), 0],
    ["a 20Gi claim", claim, 1.6],
  ])("%s costs what EKS makes for it", (_, resource, usd) => {
    expect(cost(cluster(), resource).expectedUsd).toBeCloseTo(STANDARD + usd, 2);
  });

  it.each([
    ["LoadBalancer", service("LoadBalancer")],
    ["Traefik", traefik()],
  ])("%s costs nothing more on K3s, and is unpriced on a cluster from elsewhere", (_, resource) => {
    expect(cost(machine, resource).expectedUsd).toBe(cost(machine).expectedUsd);
    expect(cost(resource).unpriced).toHaveLength(1);
  });

  it("prices a claim as the disk that K3s on EC2 makes, and not on a cluster from elsewhere", () => {
    const more = cost(machine, claim).expectedUsd - cost(machine).expectedUsd;
    expect(more).toBeCloseTo(1.6, 2);
    expect(cost(claim).unpriced).toHaveLength(1);
  });

  it("counts a StatefulSet's claims for every replica", () => {
    const set = make("kubernetes:apps/v1:StatefulSet", {
      spec: {
        replicas: 3,
        volumeClaimTemplates: [{ spec: { resources: { requests: { storage: "10Gi" } } } }],
      },
    });
    expect(cost(cluster(), set).expectedUsd).toBe(STANDARD + 2.4);
  });

  it("finds the volumes in a chart's values", () => {
    const values = {
      prometheus: {
        prometheusSpec: {
          storageSpec: { volumeClaimTemplate: { spec: { resources: { requests: { storage: "50Gi" } } } } },
        },
      },
      grafana: { persistence: { enabled: true, size: "10Gi" } },
      alertmanager: { persistence: { enabled: false, size: "10Gi" } },
    };
    const release = make("kubernetes:helm.sh/v3:Release", { chart: "kube-prometheus-stack", values });
    expect(cost(cluster(), release).expectedUsd).toBeCloseTo(STANDARD + 4.8, 2);
  });
});

describe("the rest", () => {
  it.each([
    ["aws:ec2/natGateway:NatGateway", {}, 32.85],
    ["aws:ec2/eip:Eip", {}, 3.65],
    ["aws:kms/key:Key", {}, 1],
    ["aws:secretsmanager/secret:Secret", {}, 0.4],
    ["aws:route53/zone:Zone", {}, 0.5],
    ["aws:cloudwatch/metricAlarm:MetricAlarm", {}, 0.1],
    ["aws:ecr/repository:Repository", {}, 0.05],
    ["aws:s3/bucket:Bucket", {}, 0.02],
    ["aws:ec2/vpcEndpoint:VpcEndpoint", {}, 0],
    ["aws:ec2/vpcEndpoint:VpcEndpoint", { vpcEndpointType: "Interface", subnetIds: ["a", "b"] }, 14.7],
    ["aws:ssm/parameter:Parameter", { type: "SecureString" }, 0],
    ["aws:ssm/parameter:Parameter", { tier: "Intelligent-Tiering" }, 0],
    ["aws:cloudwatch/logGroup:LogGroup", { retentionInDays: 60 }, 0.28],
  ])("%s with %j costs %d", (type, inputs, usd) => {
    const of = cost(make(type, inputs));
    expect(of.expectedUsd).toBe(usd);
    expect(of.unpriced).toEqual([]);
  });

  it.each([
    ["aws:ssm/parameter:Parameter", { tier: "Advanced" }],
    ["aws:ec2/vpcEndpoint:VpcEndpoint", { vpcEndpointType: "GatewayLoadBalancer" }],
    ["aws:lb/loadBalancer:LoadBalancer", { loadBalancerType: "gateway" }],
    ["aws:dlm/lifecyclePolicy:LifecyclePolicy", {}],
  ])("%s with %j is unpriced, not free", (type, inputs) => {
    expect(cost(make(type, inputs)).unpriced).toHaveLength(1);
  });
});

describe("what EKS options bring", () => {
  const lines = (...resources: PricedResource[]) =>
    cost(...resources).lines.map(({ what, expectedUsd }) => [what, expectedUsd]);

  it("is storage for EFS, requests for a queue, and pods for Fargate, by assumption", () => {
    expect(lines(make("aws:efs/fileSystem:FileSystem"))).toEqual([["EFS storage", 1.5]]);
    expect(lines(make("aws:sqs/queue:Queue"))).toEqual([["requests", 0.2]]);
    expect(lines(make("aws:eks/fargateProfile:FargateProfile"))).toEqual([
      ["Fargate memory", 1.622425],
      ["Fargate vCPU", 7.3876],
    ]);
  });

  it("leaves out by name what has no figure", () => {
    const elastic = make("aws:efs/fileSystem:FileSystem", { throughputMode: "elastic" });
    expect(cost(elastic).unpriced.map(({ why }) => why)).toEqual(["no figure for what is read and written"]);
    const fifo = cost(make("aws:sqs/queue:Queue", { fifoQueue: true }));
    expect([fifo.expectedUsd, fifo.unpriced.length]).toEqual([0, 1]);
  });

  it("is the data through an interface endpoint beside its hours", () => {
    const endpoint = make("aws:ec2/vpcEndpoint:VpcEndpoint", {
      vpcEndpointType: "Interface",
      subnetIds: ["a", "b"],
    });
    expect(lines(endpoint)).toEqual([
      ["data through the endpoint", 0.1],
      ["interface endpoint", 14.6],
    ]);
  });
});

describe("data that a stack moves", () => {
  const whole = { type: "pulumi:pulumi:Stack", name: "shop-dev", inputs: {} };
  const machine = { type: "aws:ec2/instance:Instance", name: "m", inputs: { instanceType: "t4g.small" } };
  const subnet = (availabilityZone: string) => ({
    type: "aws:ec2/subnet:Subnet",
    name: availabilityZone,
    inputs: { availabilityZone },
  });
  const moved = (resources: readonly PricedResource[], usage = {}, region = "us-east-1") => {
    const { lines, assumptions, unpriced } = estimate([whole, ...resources], { region, usage });
    const own = lines.filter(({ resource }) => resource === "shop-dev");
    return { sums: own.map(({ what, expectedUsd }) => [what, expectedUsd]), assumptions, unpriced };
  };

  it("is counted between zones both ways, in a stack of several", () => {
    const twoZones = [machine, subnet("us-east-1a"), subnet("us-east-1b"), subnet("us-east-1b")];
    expect(moved(twoZones).sums).toEqual([["data between zones, both ways", 0.2]]);
    expect(moved(twoZones, { crossZoneGb: 1000 }).sums).toEqual([["data between zones, both ways", 20]]);
    expect(moved(twoZones).assumptions.join()).toContain("crossZoneGb = 10");
    expect(moved([machine, subnet("us-east-1a")]).sums).toEqual([]);
  });

  it("is counted out to the internet when a figure is given", () => {
    expect(moved([machine], { dataOutGb: 500 }).sums).toEqual([["data out to the internet", 45]]);
    expect(moved([machine]).assumptions.join()).toContain("dataOutGb = 0");
  });

  it("is unpriced where the region has no figure, and nobody's on a cluster from elsewhere", () => {
    const london = [machine, subnet("eu-west-2a"), subnet("eu-west-2b")];
    expect(moved(london, {}, "eu-west-2").unpriced).toContainEqual({
      type: "pulumi:pulumi:Stack",
      name: "shop-dev",
      why: "no figure for Cross-AZ data, each way in eu-west-2",
    });
    expect(moved([], { dataOutGb: 500 })).toEqual({ sums: [], assumptions: [], unpriced: [] });
  });
});
