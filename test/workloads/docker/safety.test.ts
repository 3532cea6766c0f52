import { describe, expect, it } from "vitest";
import type { Service } from "../../../components/app/model/service";
import { notesOf, planOf, refusalsOf, serviceOf } from "./plan-of";

const allow = (...names: string[]) => ({ "x-towpath": { allow: names } });
const rendered = (service: Partial<Service>) => serviceOf(planOf({ app: service }), "app");
const device = { source: "/dev/snd", target: "/dev/snd", permissions: "rwm" };
const bind = (source: string, target = "/x") => ({ volumes: [{ type: "bind" as const, source, target }] });

describe("a container by default", () => {
  it("has no new privileges, few capabilities, limits and rotated logs", () => {
    expect(rendered({})).toMatchObject({
      cap_drop: ["ALL"],
      security_opt: ["no-new-privileges:true"],
      pids_limit: 512,
      mem_limit: "512m",
      cpus: 0.5,
      logging: { driver: "json-file", options: { "max-size": "10m", "max-file": "5" } },
      restart: "unless-stopped",
    });
    expect(rendered({}).cap_add).not.toContain("NET_RAW");
  });

  it("loses the capabilities that its file drops, and gets those that it adds", () => {
    expect(rendered({ cap_drop: ["CAP_CHOWN"] }).cap_add).not.toContain("CHOWN");
    expect(rendered({ cap_drop: ["ALL"], cap_add: ["net_admin"] }).cap_add).toEqual(["NET_ADMIN"]);
    expect(rendered({ cap_drop: ["ALL"] })).not.toHaveProperty("cap_add");
  });
});

const LESS_SAFE: readonly (readonly [string, Partial<Service>, string, string, unknown])[] = [
  ["privileged", { privileged: true }, "services.app.privileged", "privileged", true],
  ["host-network", { network_mode: "host" }, "services.app.network_mode", "network_mode", "host"],
  ["host-pid", { pid: "host" }, "services.app.pid", "pid", "host"],
  ["host-ipc", { ipc: "host" }, "services.app.ipc", "ipc", "host"],
  ["privileged", { uts: "host" }, "services.app.uts", "uts", "host"],
  ["privileged", { cgroup: "host" }, "services.app.cgroup", "cgroup", "host"],
  ["devices", { devices: [device] }, "services.app.devices", "devices", [device]],
  [
    "devices",
    { device_cgroup_rules: ["c 1:3 mr"] },
    "services.app.device_cgroup_rules",
    "device_cgroup_rules",
    ["c 1:3 mr"],
  ],
];

describe.each(LESS_SAFE)("%s", (allowance, service, path, key, granted) => {
  it(`withholds ${key} without it, and says what would grant it`, () => {
    expect(rendered(service)[key]).not.toEqual(granted);
    expect(notesOf(planOf({ app: service }), path)).toEqual([
      expect.stringMatching(`^adapted: withheld: .*add ${allowance} `),
    ]);
  });

  it(`grants ${key} with it`, () => {
    expect(rendered({ ...service, ...allow(allowance) })[key]).toEqual(granted);
  });
});

describe("what gives power over the host", () => {
  it("is withheld among capabilities", () => {
    expect(rendered({ cap_add: ["SYS_ADMIN"] }).cap_add).not.toContain("SYS_ADMIN");
    expect(rendered({ cap_add: ["SYS_ADMIN"], ...allow("privileged") }).cap_add).toContain("SYS_ADMIN");
  });

  it("is withheld among security options", () => {
    const service = { security_opt: ["seccomp:unconfined", "label:type:web_t"] };
    expect(rendered(service).security_opt).toEqual(["no-new-privileges:true", "label:type:web_t"]);
    expect(rendered({ ...service, ...allow("unconfined") }).security_opt).toContain("seccomp:unconfined");
  });

  it.each(["/", "/etc", "/proc/1", "/usr/src", "/var/log/", "/etc/shadow", "/x/app.sock"])(
    "is withheld at %s",
    source => {
      expect(rendered(bind(source))).not.toHaveProperty("volumes");
      expect(rendered({ ...bind(source), ...allow("host-paths") }).volumes).toMatchObject([
        { type: "bind", source },
      ]);
    },
  );

  it("is refused as the Docker socket, unless allowed", () => {
    const socket = bind("/var/run/docker.sock");
    expect(refusalsOf({ app: socket })).toEqual({
      "services.app.volumes[0]": expect.stringContaining("x-towpath.ingress"),
    });
    expect(rendered({ ...socket, ...allow("docker-socket") }).volumes).toHaveLength(1);
  });

  it("is withheld in hooks", () => {
    const post_start = [{ command: ["x"], privileged: true }];
    expect(rendered({ post_start }).post_start).toEqual([{ command: ["x"] }]);
    expect(rendered({ post_start, ...allow("privileged") }).post_start).toEqual(post_start);
  });
});

describe("the proxy", () => {
  const port = { target: 80, published: "80", protocol: "tcp", mode: "ingress" };
  const proxy = serviceOf(planOf({ app: { ports: [port] } }), "towpath-proxy");

  it("has no Docker socket, root, capability or writable root file system", () => {
    expect(JSON.stringify(proxy)).not.toContain("docker.sock");
    expect(proxy).toMatchObject({ user: "65532:65532", read_only: true, cap_drop: ["ALL"] });
    expect(proxy).not.toHaveProperty("cap_add");
  });

  it("is not there when nothing is routed", () => {
    expect(planOf({ app: {} }).compose.services).not.toHaveProperty("towpath-proxy");
  });
});
