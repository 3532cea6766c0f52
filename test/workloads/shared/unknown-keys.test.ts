import { describe, expect, it } from "vitest";
import { refusalsOf as refusedOnDocker } from "../docker/plan-of";
import { planOf as kubernetesPlanOf, refusalsOf as refusedOnKubernetes } from "../kubernetes/plan-of";

const TARGETS = [
  ["docker", refusedOnDocker],
  ["kubernetes", refusedOnKubernetes],
] as const;

describe.each(TARGETS)("on %s", (_, refusalsOf) => {
  it("keys that the loader knows before the specification does are refused, not dropped", () => {
    const refused = refusalsOf(
      { app: { umask: 18, networks: { front: { use_service_name_alias: false } } } },
      {
        networks: { front: { name: "app_front", ipam: {} } },
        jobs: { nightly: { image: "busybox:1", command: null, entrypoint: null } },
      },
    );
    expect(Object.keys(refused).sort()).toEqual([
      "jobs.nightly",
      "services.app.networks.front.use_service_name_alias",
      "services.app.umask",
    ]);
  });

  it("a hook's own credential is refused, since it would be plain text", () => {
    const hook = { command: ["warm"], environment: { DB_PASSWORD: "not-a-real-one", MODE: "fast" } };
    expect(Object.keys(refusalsOf({ app: { post_start: [hook] } }))).toEqual([
      "services.app.post_start[0].environment.DB_PASSWORD",
    ]);
  });
});

describe("a pre_start hook on Kubernetes", () => {
  const environment = { DB_PASSWORD: "not-a-real-one", MODE: "fast" };

  it("has its service's credentials as the service has them, by reference", () => {
    const hook = { command: ["warm"], environment: { ...environment, MODE: "slow" } };
    const { manifests } = kubernetesPlanOf({ app: { environment, pre_start: [hook] } });
    expect(JSON.stringify(manifests)).toContain('"value":"slow"');
    expect(JSON.stringify(manifests)).not.toContain("not-a-real-one");
  });

  it("is refused a key of its own that its init container would not have", () => {
    const hook = { command: ["warm"], volumes: [{ type: "tmpfs", target: "/x" }], cap_add: ["KILL"] };
    const service = {
      cap_add: ["KILL"],
      volumes: [{ type: "tmpfs" as const, target: "/x" }],
      pre_start: [hook],
    };
    expect(Object.keys(refusedOnKubernetes({ app: service }))).toEqual(["services.app.pre_start[0].volumes"]);
  });
});
