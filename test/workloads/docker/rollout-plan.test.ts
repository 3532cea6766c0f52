import { describe, expect, it } from "vitest";
import type { Port } from "../../../components/app/model/port";
import { notesOf, planOf, refusalsOf, serviceOf, strategyOf } from "./plan-of";

const port = (published: string, target = Number(published), protocol = "tcp"): Port => ({
  target,
  published,
  protocol,
  mode: "ingress",
});
const ingress = (more: object = {}) => ({ "x-towpath": { ingress: { port: 8080, ...more } } });
const build = { context: "/project/app" };
const data = { volumes: [{ type: "volume" as const, source: "data", target: "/data" }] };
const volumes = { data: { name: "app_data" } };

describe("how a service is replaced", () => {
  it.each([
    ["start-first", "it is routed", { app: ingress() }],
    ["start-first", "it is built here", { app: { build } }],
    ["stop-first", "it may keep state in its image's own volumes", { app: {} }],
    [
      "stop-first",
      "the file says so",
      { app: { build, deploy: { update_config: { order: "stop-first" } } } },
    ],
    ["start-first", "the file says so", { app: { deploy: { update_config: { order: "start-first" } } } }],
    ["stop-first", "it writes a volume", { app: { build, ...data } }],
    [
      "start-first",
      "it only reads a volume",
      { app: { build, volumes: [{ ...data.volumes[0], type: "volume", read_only: true }] } },
    ],
    ["stop-first", "it owns a host port", { app: { build, ports: [port("7000")] } }],
    ["stop-first", "it has an address", { app: { build, networks: { n: { ipv4_address: "10.0.0.5" } } } }],
    [
      "gate",
      "another waits for its end",
      {
        app: {},
        b: { depends_on: { app: { condition: "service_completed_successfully", required: true } } },
      },
    ],
    ["gate", "it is never restarted and serves nothing", { app: { restart: "no" } }],
    ["start-first", "it is never restarted but serves", { app: { restart: "no", ports: [port("80")] } }],
  ] as const)("is %s when %s", (strategy, _, services) => {
    expect(strategyOf(planOf(services, { volumes }), "app")).toBe(strategy);
  });

  it("says why start-first is not had", () => {
    const plan = planOf(
      { app: { ...data, deploy: { update_config: { order: "start-first" } } } },
      { volumes },
    );
    expect(notesOf(plan, "services.app.deploy.update_config.order")).toEqual([
      "adapted: stop-first, because two containers must not write one volume",
    ]);
  });

  it("comes after what a service depends on, the proxy last", () => {
    const later = (name: string) => ({
      depends_on: { [name]: { condition: "service_started" as const, required: true } },
    });
    const plan = planOf({ web: { ...ingress(), ...later("api") }, api: later("db"), db: {} });
    expect(plan.services.map(({ name }) => name)).toEqual(["db", "api", "web", "towpath-proxy"]);
  });

  it("drags along what shares its network or mounts, or asks for it", () => {
    const plan = planOf({
      a: {},
      b: {
        network_mode: "service:a",
        volumes_from: ["c:ro"],
        depends_on: { d: { condition: "service_started", required: true, restart: true } },
      },
      c: {},
      d: {},
    });
    expect(plan.services.find(({ name }) => name === "b")?.follows).toEqual(["a", "c", "d"]);
  });
});

describe("ports", () => {
  it("are bound to the host's own address unless published", () => {
    const plan = planOf({
      app: {
        ports: [port("5432"), port("25565"), port("25565", 25_565, "udp")],
        "x-towpath": { publish: [25_565] },
      },
    });
    expect(serviceOf(plan, "app").ports).toMatchObject([
      { published: "5432", host_ip: "127.0.0.1" },
      { published: "25565", host_ip: "${TOWPATH_LISTEN}", protocol: "tcp" },
      { published: "25565", host_ip: "${TOWPATH_LISTEN}", protocol: "udp" },
    ]);
    expect(plan.openPorts).toEqual([
      { port: 25_565, protocol: "tcp", service: "app" },
      { port: 25_565, protocol: "udp", service: "app" },
    ]);
  });

  it("80 and 443 are the proxy's", () => {
    const plan = planOf({ web: { ports: [port("80", 8000)] }, other: { ports: [port("443", 8443)] } });
    expect(serviceOf(plan, "web")).not.toHaveProperty("ports");
    expect(serviceOf(plan, "other")).not.toHaveProperty("ports");
    expect(notesOf(plan, "services.other.ports[0]")).toEqual([
      expect.stringContaining("port 443 is the proxy's"),
    ]);
  });

  it("to open must be published, and belong to one container", () => {
    expect(refusalsOf({ app: { "x-towpath": { publish: [9] } } })).toEqual({
      "services.app.x-towpath.publish[0]": "the service publishes no host port 9; add it to ports",
    });
    expect(refusalsOf({ app: { ports: [port("7000")], scale: 2 } })).toHaveProperty(["services.app.ports"]);
  });
});

describe("names", () => {
  it("of containers become aliases, and links too", () => {
    const plan = planOf(
      { db: { container_name: "main-db", networks: { n: null } }, web: { links: ["db:database"] } },
      { networks: { n: { name: "app_n", ipam: {} } } },
    );
    expect(serviceOf(plan, "db")).not.toHaveProperty("container_name");
    expect(serviceOf(plan, "db").networks).toEqual({ n: { aliases: ["main-db", "database"] } });
  });

  it("of images' variables stay apart", () => {
    const plan = planOf({ "a-b": { build }, a_b: { build } });
    const images = ["a-b", "a_b"].map(name => serviceOf(plan, name).image);
    expect(new Set(images).size).toBe(2);
    for (const image of images) expect(image).toMatch(/^\$\{TOWPATH_IMAGE_A_B_[0-9A-F]{4}\}$/);
  });

  it("of towpath's own service are refused", () => {
    expect(refusalsOf({ "towpath-proxy": {} })).toHaveProperty(["services.towpath-proxy"]);
  });
});

describe("secrets", () => {
  it("stand in no part of a plan as text", () => {
    const plan = planOf({
      app: { environment: { DB_PASSWORD: "hunter2", URL: "redis://:hunter2@cache/0" } },
    });
    expect(JSON.stringify(plan)).not.toContain("hunter2");
    expect(plan.secrets.map(({ name }) => name)).toEqual(["app/DB_PASSWORD", "app/URL"]);
  });
});
