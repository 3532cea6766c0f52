import { describe, expect, it } from "vitest";
import { find, notesOf, planOf, podOf, refusalsOf } from "./plan-of";

const level = (plan: ReturnType<typeof planOf>) =>
  find(plan, "Namespace", "app").metadata.labels?.["pod-security.kubernetes.io/enforce"];
const context = (plan: ReturnType<typeof planOf>, name = "one") => {
  const { spec } = podOf(plan, name);
  return {
    pod: spec.securityContext,
    container: spec.containers[0].securityContext as Record<string, unknown>,
  };
};

describe("the user of a container", () => {
  it("is kept as numbers, in a namespace that enforces restricted", () => {
    const plan = planOf({ one: { user: "1000:1001", image: "example" } });
    expect(context(plan).pod).toMatchObject({ runAsNonRoot: true, runAsUser: 1000, runAsGroup: 1001 });
    expect(context(plan).container).toMatchObject({
      allowPrivilegeEscalation: false,
      capabilities: { drop: ["ALL"] },
    });
    expect(level(plan)).toBe("restricted");
  });

  it.each([
    ["postgres:17", 999],
    ["docker.io/library/postgres:17.6-alpine", 70],
    ["redis:8", 999],
    ["quay.io/grafana/grafana:12.0.0", 472],
  ])("of %s is %i, without being root first", (image, uid) => {
    const plan = planOf({ one: { image } });
    expect(context(plan).pod).toMatchObject({ runAsNonRoot: true, runAsUser: uid });
    expect(level(plan)).toBe("restricted");
  });

  it("has a number where a well-known image knows the name", () => {
    expect(context(planOf({ one: { image: "postgres:17", user: "postgres" } })).pod).toMatchObject({
      runAsUser: 999,
    });
  });

  it("is refused by a name that only the image knows", () => {
    expect(refusalsOf({ one: { image: "example", user: "deploy" } })).toEqual({
      "services.one.user": 'only the image knows who deploy is; write numbers, for example "1000:1000"',
    });
  });

  it("is the image's own where nobody says, under baseline, and the report says so", () => {
    const plan = planOf({ one: { image: "ghcr.io/example/legacy:1" } });
    expect(level(plan)).toBe("baseline");
    expect(context(plan).pod).not.toHaveProperty("runAsNonRoot");
    expect(notesOf(plan, "services.one.user").join()).toMatch(/perhaps root/);
    expect(notesOf(plan, "name").join()).toMatch(/"baseline".*one \(may run as root\)/);
  });

  it("does not count a built image as the well-known one whose name it has", () => {
    const plan = planOf({ one: { image: "postgres", build: { context: "/project/one" } } });
    expect(context(plan).pod).not.toHaveProperty("runAsUser");
  });
});

describe("capabilities", () => {
  const added = (plan: ReturnType<typeof planOf>) =>
    (context(plan).container.capabilities as { add?: string[] }).add ?? [];

  it("of a root container are those that it needs to stop being root", () => {
    const all = added(planOf({ one: { image: "example" } }));
    expect(all).toEqual(["CHOWN", "DAC_OVERRIDE", "FOWNER", "KILL", "NET_BIND_SERVICE", "SETGID", "SETUID"]);
  });

  it("are fewer by cap_drop", () => {
    expect(added(planOf({ one: { image: "example", cap_drop: ["KILL"] } }))).not.toContain("KILL");
    expect(added(planOf({ one: { image: "example", cap_drop: ["ALL"], cap_add: ["CHOWN"] } }))).toEqual([
      "CHOWN",
    ]);
  });

  it("beyond baseline make the namespace privileged", () => {
    expect(level(planOf({ one: { image: "example", cap_add: ["NET_ADMIN"] } }))).toBe("privileged");
    expect(level(planOf({ one: { cap_add: ["NET_BIND_SERVICE"] } }))).toBe("restricted");
  });

  it("that give power over the host are withheld without leave", () => {
    const plan = planOf({ one: { cap_add: ["SYS_ADMIN"] } });
    expect(added(plan)).toEqual([]);
    expect(level(plan)).toBe("restricted");
  });
});

describe("what is asked of the host", () => {
  const asked = {
    image: "example",
    privileged: true,
    network_mode: "host",
    pid: "host",
    ipc: "host",
    volumes: [{ type: "bind" as const, source: "/proc", target: "/host" }],
  };

  it("is withheld without leave, and named", () => {
    const plan = planOf({ one: asked });
    const { spec } = podOf(plan, "one");
    expect(spec).not.toHaveProperty("hostNetwork");
    expect(spec).not.toHaveProperty("hostPID");
    expect(spec).not.toHaveProperty("volumes");
    expect(level(plan)).toBe("baseline");
    const withheld = plan.report.filter(({ note }) => note.startsWith("withheld: ")).map(({ path }) => path);
    const keys = ["ipc", "network_mode", "pid", "privileged", "volumes[0]"];
    expect(withheld.sort()).toEqual(keys.map(key => `services.one.${key}`));
  });

  it("is granted with leave, in a privileged namespace", () => {
    const allow = ["privileged", "host-network", "host-pid", "host-ipc", "host-paths"];
    const plan = planOf({ one: { ...asked, "x-towpath": { allow } } });
    const { spec } = podOf(plan, "one");
    expect(spec).toMatchObject({ hostNetwork: true, hostPID: true, hostIPC: true });
    expect(spec.volumes).toEqual([{ name: "host-proc", hostPath: { path: "/proc" } }]);
    expect(context(plan).container).toMatchObject({ privileged: true });
    expect(level(plan)).toBe("privileged");
  });
});

describe("sysctls", () => {
  it("that are unsafe need leave", () => {
    const sysctls = { "net.core.somaxconn": "1", "net.ipv4.tcp_syncookies": "1" };
    const safe = [{ name: "net.ipv4.tcp_syncookies", value: "1" }];
    expect(context(planOf({ one: { sysctls } })).pod.sysctls).toEqual(safe);
    const allowed = planOf({ one: { sysctls, "x-towpath": { allow: ["unsafe-sysctls"] } } });
    expect(context(allowed).pod.sysctls).toEqual([{ name: "net.core.somaxconn", value: "1" }, ...safe]);
    expect(level(allowed)).toBe("privileged");
  });

  it("let a program that is not root listen on a low port, as Docker does", () => {
    const low = [{ name: "net.ipv4.ip_unprivileged_port_start", value: "0" }];
    expect(context(planOf({ one: { expose: ["80"] } })).pod.sysctls).toEqual(low);
    expect(context(planOf({ one: { expose: ["8080"] } })).pod.sysctls).toBeUndefined();
  });
});

describe("the root file system", () => {
  it("is read-only, with scratch folders, where it is known what the image writes", () => {
    const { spec } = podOf(planOf({ one: { image: "redis:8" } }), "one");
    expect(spec.containers[0].securityContext).toMatchObject({ readOnlyRootFilesystem: true });
    const paths = (spec.containers[0].volumeMounts as { mountPath: string }[]).map(
      ({ mountPath }) => mountPath,
    );
    expect(paths).toEqual(["/data", "/tmp"]);
  });

  it("is read-only when asked, with a scratch /tmp unless there is a mount", () => {
    const mounts = (more: object) =>
      podOf(planOf({ one: { read_only: true, ...more } }), "one").spec.containers[0].volumeMounts;
    expect(mounts({})).toEqual([{ name: "scratch-tmp", mountPath: "/tmp" }]);
    expect(mounts({ tmpfs: ["/tmp:size=1m"] })).toHaveLength(1);
  });

  it("stays writable otherwise", () => {
    expect(context(planOf({ one: {} })).container.readOnlyRootFilesystem).toBe(false);
    expect(
      context(planOf({ one: { image: "redis", read_only: false } })).container.readOnlyRootFilesystem,
    ).toBe(false);
  });
});

describe("every pod", () => {
  it("has no token, its own account, and bounded resources", () => {
    const { spec } = podOf(planOf({ one: {} }), "one");
    expect(spec).toMatchObject({ serviceAccountName: "one", automountServiceAccountToken: false });
    const { requests, limits } = spec.containers[0].resources as Record<string, Record<string, string>>;
    for (const bound of [requests, limits]) {
      expect(Object.keys(bound ?? {}).sort()).toEqual(["cpu", "ephemeral-storage", "memory"]);
    }
  });
});
