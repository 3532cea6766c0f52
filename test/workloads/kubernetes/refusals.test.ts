import { describe, expect, it } from "vitest";
import { loadedApp } from "../shared/loaded-app";
import { planned } from "./facts";
import { namesOf, notesOf, planOf, podOf, refusalsOf } from "./plan-of";

describe("what Kubernetes cannot do", () => {
  it.each([
    ["another service's network", { network_mode: "service:b" }, "network_mode"],
    ["another service's processes", { pid: "service:b" }, "pid"],
    ["another service's memory", { ipc: "service:b" }, "ipc"],
    ["volumes of another service", { volumes_from: ["b"] }, "volumes_from"],
    ["a runtime that no node has", { runtime: "io.containerd.wasmedge.v1" }, "runtime"],
    ["a platform that no node has", { platform: "wasi/wasm" }, "platform"],
    ["a group by name", { group_add: ["docker"] }, "group_add[0]"],
    ["Docker's socket by key", { use_api_socket: true }, "use_api_socket"],
    ["containers outside the file", { external_links: ["other"] }, "external_links"],
    [
      "a port opened to the world that is not published",
      { "x-towpath": { publish: [25] } },
      "x-towpath.publish[0]",
    ],
    [
      "scaling what ends",
      { deploy: { mode: "replicated-job" }, "x-towpath": { autoscale: { max: 3 } } },
      "x-towpath.autoscale",
    ],
    ["sticky sessions", { expose: ["80"], "x-towpath": { ingress: { sticky: true } } }, "x-towpath.ingress"],
    [
      "Swarm's own constraints",
      { deploy: { placement: { constraints: ["node.role == manager"] } } },
      "deploy.placement.constraints[0]",
    ],
    [
      "devices without the rights that a pod needs for them",
      { devices: [{ source: "/dev/dri" }], "x-towpath": { allow: ["devices"] } },
      "devices",
    ],
    ["a hook with a user of its own", { pre_stop: [{ command: ["x"], user: "0" }] }, "pre_stop[0]"],
  ])("is refused: %s", (_, service, path) => {
    const refusals = refusalsOf({ a: service });
    expect(Object.keys(refusals)).toEqual([`services.a.${path}`]);
    expect(Object.values(refusals)[0]).toMatch(/^\S.+; \S.+[^.]$/);
  });

  it("is refused: a volume that is a network share, unless its claim is there already", () => {
    const nfs = { type: "nfs", o: "addr=192.0.2.1", device: ":/exports/data" };
    const service = { a: { volumes: [{ type: "volume" as const, source: "d", target: "/d" }] } };
    const refusals = refusalsOf(service, { volumes: { d: { name: "d", driver_opts: nfs } } });
    expect(refusals["volumes.d.driver_opts"]).toMatch(/:\/exports\/data.*external: true/);
    expect(refusalsOf(service, { volumes: { d: { name: "d", driver_opts: nfs, external: true } } })).toEqual(
      {},
    );
  });

  it("is refused all at once", () => {
    const refusals = refusalsOf({
      a: { runtime: "kata", user: "deploy", image: "example" },
      b: { platform: "windows/amd64" },
    });
    expect(Object.keys(refusals).sort()).toEqual([
      "services.a.runtime",
      "services.a.user",
      "services.b.platform",
    ]);
  });
});

describe("the namespace", () => {
  it.each(["default", "kube-system"])("is never %s", name => {
    expect(refusalsOf({ a: {} }, { name })).toEqual({
      name: `${name} is no namespace for an app; give the app a name of its own, or set towpath:namespace`,
    });
  });
});

describe("names", () => {
  it("that are one on Kubernetes are refused", () => {
    expect(refusalsOf({ my_db: {}, "my.db": {} })["services.my.db"]).toMatch(
      /is my-db on Kubernetes, as my_db is/,
    );
  });

  it("that are spelt in another way are reported", () => {
    expect(notesOf(planOf({ my_db: {} }), "services.my_db.hostname").join()).toMatch(/called my-db/);
    expect(namesOf(planOf({ "1st": {} }), "Deployment")).toEqual(["s-1st"]);
  });

  it("of a container, a host, a network alias and a link are Services of their own", () => {
    const plan = planOf({
      db: {
        container_name: "main-db",
        hostname: "dbhost.example.com",
        networks: { default: { aliases: ["sql"] } },
      },
      web: { links: ["db:database", "db"] },
    });
    expect(namesOf(plan, "Service")).toEqual(["database", "db", "dbhost", "main-db", "sql", "web"]);
  });

  it("that are another service's are refused as aliases", () => {
    expect(refusalsOf({ a: { container_name: "b" }, b: {} })["services.a.container_name"]).toMatch(
      /also a name of service b/,
    );
  });

  it("of objects that would meet are refused", () => {
    const gate = { depends_on: { db: { condition: "service_healthy" as const, required: true } } };
    const refusals = refusalsOf({
      db: { expose: ["1"], healthcheck: { test: ["CMD", "x"] } },
      "db-ready": { expose: ["1"] },
      web: gate,
    });
    expect(Object.values(refusals).join()).toMatch(/second Service db-ready/);
  });
});

describe("replicas", () => {
  it("are the autoscaler's where there is one, with a budget that lets a node be drained", () => {
    const plan = planOf({ web: { scale: 5, "x-towpath": { autoscale: { max: 8 } } } });
    const { manifest } = plan.manifests.find(({ key }) => key === "web-deployment") ?? {};
    expect(manifest?.spec).not.toHaveProperty("replicas");
    expect(namesOf(plan, "HorizontalPodAutoscaler")).toEqual(["web"]);
    expect(namesOf(plan, "PodDisruptionBudget")).toEqual(["web"]);
  });

  it("would rather not share a node, but may", () => {
    const affinity = (plan: ReturnType<typeof planOf>) => podOf(plan, "web").spec.affinity;
    expect(affinity(planOf({ web: { scale: 2 } }))).toEqual({
      podAntiAffinity: {
        preferredDuringSchedulingIgnoredDuringExecution: [
          {
            weight: 100,
            podAffinityTerm: {
              labelSelector: {
                matchLabels: { "app.kubernetes.io/name": "web", "app.kubernetes.io/instance": "app" },
              },
              topologyKey: "kubernetes.io/hostname",
            },
          },
        ],
      },
    });
    expect(affinity(planOf({ web: {} }))).toBeUndefined();
  });

  it("are spread when there are several, and one has no budget", () => {
    expect(podOf(planOf({ web: { scale: 3 } }), "web").spec.topologySpreadConstraints).toHaveLength(2);
    const single = planOf({ web: {} });
    expect(namesOf(single, "PodDisruptionBudget")).toEqual([]);
    expect(podOf(single, "web").spec.topologySpreadConstraints).toBeUndefined();
  });
});

describe("spot", () => {
  const app = loadedApp({ services: { web: { image: "example", "x-towpath": { spot: true } } } });

  it("lets pods onto spot nodes, and prefers them", () => {
    const { spec } = podOf(planned(app), "web");
    expect(spec.tolerations).toEqual([
      { key: "towpath.dev/capacity", operator: "Equal", value: "spot", effect: "NoSchedule" },
    ]);
    expect(JSON.stringify(spec.affinity)).toContain("preferredDuringScheduling");
  });

  it("is reported where the cluster has none", () => {
    const plan = planned(app, undefined, { spot: false });
    expect(podOf(plan, "web").spec.tolerations).toBeUndefined();
    expect(notesOf(plan, "services.web.x-towpath.spot").join()).toMatch(/no spot nodes/);
  });
});
