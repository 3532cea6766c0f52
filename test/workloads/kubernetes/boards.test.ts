import { describe, expect, it } from "vitest";
import type { Service } from "../../../components/app/model/service";
import type { ClusterFacts } from "../../../components/workloads/kubernetes/kubernetes-plan";
import { BOARDS } from "./facts";
import * as plain from "./plan-of";
import { find, notesOf, podOf } from "./plan-of";

/** Plans for a cluster with boards. */
const planOf: typeof plain.planOf = (services, rest, facts) =>
  plain.planOf(services, rest, { ...BOARDS, ...facts });
const refusalsOf: typeof plain.refusalsOf = (services, rest) => plain.refusalsOf(services, rest, BOARDS);

const ON_ANY = { "x-towpath": { edge: true } };
const TAINT = { key: "towpath.dev/edge", operator: "Equal", value: "true", effect: "NoSchedule" };

function requirements(service: Partial<Service>, facts: Partial<ClusterFacts> = {}): unknown {
  const { affinity } = podOf(planOf({ a: service }, {}, facts), "a").spec;
  const { nodeAffinity } = (affinity ?? {}) as {
    nodeAffinity?: Record<string, { nodeSelectorTerms: readonly { matchExpressions: unknown }[] }>;
  };
  const terms = nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution?.nodeSelectorTerms ?? [];
  expect(terms.length).toBeLessThanOrEqual(1);
  return terms[0]?.matchExpressions;
}

const is = (key: string, ...values: string[]) => ({ key, operator: "In", values });

describe("a service for boards", () => {
  it("runs on boards alone: any of them, or those that it names, in whichever order", () => {
    expect(requirements(ON_ANY)).toEqual([is("towpath.dev/edge", "true")]);
    const named = { "x-towpath": { edge: ["kitchen", "attic", "kitchen"] } };
    expect(requirements(named)).toEqual([is("towpath.dev/pool", "attic", "kitchen")]);
  });

  it("keeps its own constraints beside, for a node must meet them all", () => {
    const deploy = { placement: { constraints: ["node.labels.floor == 1"] } };
    expect(requirements({ ...ON_ANY, deploy })).toEqual([is("floor", "1"), is("towpath.dev/edge", "true")]);
  });

  it("keeps to the boards that its image is built for", () => {
    const service = { user: "1000", build: { context: ".", platforms: ["linux/arm64"] }, ...ON_ANY };
    const self = { buildsToEcr: false };
    expect(requirements(service, self)).toEqual([
      is("towpath.dev/edge", "true"),
      is("kubernetes.io/arch", "arm64"),
    ]);
    const all = { ...service, build: { context: "." } };
    expect(requirements(all, self)).toEqual([is("towpath.dev/edge", "true")]);
    const built = (one: Partial<Service>) => planOf({ a: one, b: {} }, {}, self).images[0];
    expect(built(all)).toMatchObject({ platforms: ["linux/arm", "linux/arm64"] });
    expect(built(service)).toMatchObject({ platforms: ["linux/arm64"] });
    expect(built({ user: "1000", build: { context: "." } })).toMatchObject({
      platforms: ["linux/arm64", "linux/amd64"],
    });
  });

  it("keeps its place on the only board that can take it, and moves where there are more", () => {
    const tolerations = (service: Partial<Service>) => podOf(planOf({ a: service }), "a").spec.tolerations;
    expect(tolerations(ON_ANY)).toEqual([TAINT]);
    const stays = ["not-ready", "unreachable"].map(condition => ({
      key: `node.kubernetes.io/${condition}`,
      operator: "Exists",
      effect: "NoExecute",
    }));
    expect(tolerations({ "x-towpath": { edge: ["attic"] } })).toEqual([TAINT, ...stays]);
    expect(tolerations({ ...ON_ANY, platform: "linux/arm/v7" })).toEqual([TAINT, ...stays]);
  });

  it("is spread over boards, but over no zones, of which boards have none", () => {
    const deploy = { replicas: 2, placement: { max_replicas_per_node: 1 } };
    const keys = (service: Partial<Service>) => {
      const spread = podOf(planOf({ a: service }), "a").spec.topologySpreadConstraints;
      return (spread as readonly { topologyKey: string }[]).map(({ topologyKey }) => topologyKey);
    };
    expect(keys({ ...ON_ANY, deploy })).toEqual(["kubernetes.io/hostname"]);
    expect(keys({ deploy })).toEqual(["kubernetes.io/hostname", "topology.kubernetes.io/zone"]);
  });

  it("has its gates where the API server is, and is waited for like any other", () => {
    const after = { depends_on: { a: { condition: "service_completed_successfully", required: true } } };
    const plan = planOf({ a: { restart: "no", ...ON_ANY }, b: after as Partial<Service> });
    const gate = find(plan, "Deployment", "a-gate").spec as { template: { spec: object } };
    expect(gate.template.spec).not.toHaveProperty("tolerations");
    expect(podOf(plan, "a").spec.tolerations).toEqual([TAINT]);
  });
});

describe("any other service", () => {
  it.each([
    ["an ordinary one", {}],
    ["one on every node", { deploy: { mode: "global" } }],
    ["one on spot nodes", { "x-towpath": { spot: true } }],
    ["one with a GPU", { gpus: [{ capabilities: ["gpu"] }] }],
    ["one that says no", { "x-towpath": { edge: false } }],
  ])("never lands on a board: %s", (_, service) => {
    const { tolerations = [] } = podOf(planOf({ a: service as Partial<Service> }), "a").spec;
    for (const { key } of tolerations as readonly { key?: string }[])
      expect(["towpath.dev/capacity", "nvidia.com/gpu"]).toContain(key);
  });

  it("is planned alike whether boards are there or not", () => {
    const services = { a: { deploy: { replicas: 3 } }, b: { volumes: [] } };
    expect(planOf(services)).toEqual(plain.planOf(services));
  });
});

describe("what a board cannot do", () => {
  const named = (name: string) => ({ image: "x:1", user: "1", "x-towpath": { edge: [name] } });

  it.each([
    ["autoscaling", { "x-towpath": { edge: true, autoscale: { max: 3 } } }, "x-towpath.autoscale"],
    ["spot", { "x-towpath": { edge: true, spot: true } }, "x-towpath.spot"],
    ["a GPU", { ...ON_ANY, gpus: [{ capabilities: ["gpu"] }] }, "x-towpath.edge"],
    ["an image that is pushed to ECR", { ...ON_ANY, user: "1", build: { context: "." } }, "build"],
    [
      "an image of ECR",
      { ...ON_ANY, user: "1", image: "123456789012.dkr.ecr.eu-west-1.amazonaws.com/a:1" },
      "image",
    ],
    [
      "a hook's image of ECR",
      { ...ON_ANY, pre_start: [{ image: "123456789012.dkr-ecr.eu-west-1.on.aws/a:1", command: ["x"] }] },
      "pre_start",
    ],
    ["a platform of no board", { ...ON_ANY, platform: "linux/amd64" }, "platform"],
    [
      "a platform of another board",
      { "x-towpath": { edge: ["attic"] }, platform: "linux/arm64" },
      "platform",
    ],
    [
      "an architecture of no board",
      { ...ON_ANY, deploy: { placement: { constraints: ["node.platform.arch == x86_64"] } } },
      "deploy.placement.constraints",
    ],
    [
      "more replicas than boards",
      { ...ON_ANY, deploy: { replicas: 3, placement: { max_replicas_per_node: 1 } } },
      "deploy.placement.max_replicas_per_node",
    ],
    ["a disk", { ...ON_ANY, volumes: [{ type: "volume", source: "d", target: "/d" }] }, "volumes[0]"],
    [
      "a disk for a path",
      { ...ON_ANY, volumes: [{ type: "bind", source: "/srv/d", target: "/d" }] },
      "volumes[0]",
    ],
    [
      "an image of ECR as a volume",
      {
        ...ON_ANY,
        volumes: [
          { type: "image", source: "123456789012.dkr.ecr.eu-west-1.amazonaws.com/a:1", target: "/d" },
        ],
      },
      "volumes[0]",
    ],
  ])("is refused: %s", (_, service, path) => {
    const refusals = refusalsOf({ a: service as Partial<Service> }, { volumes: { d: { name: "d" } } });
    expect(Object.keys(refusals)).toEqual([`services.a.${path}`]);
    expect(Object.values(refusals)[0]).toMatch(/^\S.+; \S.+[^.]$/);
  });

  it("is told with the boards that there are", () => {
    expect(refusalsOf({ a: named("kitchn"), b: named("garage") })).toEqual({
      "services.a.x-towpath.edge[0]":
        "no board is called kitchn; did you mean `kitchen`? known are attic, kitchen",
      "services.b.x-towpath.edge[0]": "no board is called garage; known are attic, kitchen",
    });
  });

  it("is anything where there is no board", () => {
    expect(() => planOf({ a: named("kitchen") }, {}, { edge: [] })).toThrow(
      "services.a.x-towpath.edge: no boards join this cluster; list them in towpath:k3s.edge",
    );
  });

  it("is a claim that others mount elsewhere, but not one that is there for boards", () => {
    const volumes = { d: { name: "d", external: true } };
    const mount = { volumes: [{ type: "volume" as const, source: "d", target: "/d" }] };
    const on = (edge: unknown) => ({ ...mount, "x-towpath": { edge } }) as Partial<Service>;
    expect(refusalsOf({ a: on(["attic"]), b: on(true) }, { volumes })).toEqual({});
    expect(refusalsOf({ a: on(["attic"]), b: mount }, { volumes })["services.a.volumes[0]"]).toMatch(
      /^the volume d is shared with b, which runs on none of the same boards; /,
    );
    expect(Object.keys(refusalsOf({ a: on(["attic"]), b: on(["kitchen"]) }, { volumes }))).toEqual([
      "services.a.volumes[0]",
      "services.b.volumes[0]",
    ]);
  });
});

describe("the report", () => {
  it("names the boards, and says that one on every node leaves them out", () => {
    const global = { deploy: { mode: "global" } };
    expect(notesOf(planOf({ a: ON_ANY }), "services.a.x-towpath.edge")).toEqual([
      "same: on kitchen or attic, and on no other node",
    ]);
    expect(notesOf(planOf({ a: { ...ON_ANY, ...global } }), "services.a.x-towpath.edge")).toEqual([
      "same: on each of the boards kitchen, attic, and on no other node",
    ]);
    expect(notesOf(planOf({ a: global }), "services.a.deploy.mode")).toEqual([
      "adapted: a DaemonSet on every node but the boards; x-towpath.edge is for those",
    ]);
    expect(notesOf(planOf({ a: global }, {}, { edge: [] }), "services.a.deploy.mode")[0]).toMatch(
      /^adapted: replicated/,
    );
  });
});
