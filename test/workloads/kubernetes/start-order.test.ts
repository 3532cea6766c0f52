import { describe, expect, it } from "vitest";
import { find, namesOf, planOf, podOf } from "./plan-of";

const CHECK = { test: ["CMD", "ok"] };
const following = (
  name: string,
  condition: "service_started" | "service_healthy" | "service_completed_successfully",
) => ({
  depends_on: { [name]: { condition, required: true } },
});
const waits = (plan: ReturnType<typeof planOf>, service: string) =>
  (podOf(plan, service).spec.initContainers ?? []).map(({ command }) => command?.at(-1));

describe("depends_on", () => {
  it("waits for readiness through a headless Service that knows ready pods alone", () => {
    const plan = planOf({
      db: { healthcheck: CHECK, expose: ["5432"] },
      web: following("db", "service_healthy"),
    });
    expect(waits(plan, "web")).toEqual(["db-ready"]);
    expect(find(plan, "Service", "db-ready").spec).toEqual({
      clusterIP: "None",
      selector: { "app.kubernetes.io/name": "db", "app.kubernetes.io/instance": "app" },
    });
  });

  it("needs no other Service where the dependency's own is headless", () => {
    const plan = planOf({ db: { healthcheck: CHECK }, web: following("db", "service_healthy") });
    expect(waits(plan, "web")).toEqual(["db"]);
    expect(namesOf(plan, "Service")).toEqual(["db", "web"]);
  });

  it("does not wait for health where Compose waits for the start alone", () => {
    const plan = planOf({
      db: { healthcheck: CHECK, expose: ["1"] },
      web: following("db", "service_started"),
    });
    expect(waits(plan, "web")).toEqual(["db-started"]);
    expect(find(plan, "Service", "db-started").spec).toMatchObject({ publishNotReadyAddresses: true });
  });

  it("does not wait for a service that has no pods", () => {
    const plan = planOf({ db: { scale: 0, expose: ["1"] }, web: following("db", "service_started") });
    expect(podOf(plan, "web").spec.initContainers).toBeUndefined();
  });

  it("waits for a one-shot service through a pod that alone may read its Job", () => {
    const plan = planOf({ migrate: {}, web: following("migrate", "service_completed_successfully") });
    const [job] = namesOf(plan, "Job");
    expect(job).toMatch(/^migrate-[0-9a-f]{8}$/);
    expect(waits(plan, "web")).toEqual([`${job}-done`]);
    expect(find(plan, "Service", `${job}-done`).spec).toMatchObject({ selector: { "towpath.dev/job": job } });
    expect(find(plan, "Role", "migrate-gate").rules).toEqual([
      { apiGroups: ["batch"], resources: ["jobs"], resourceNames: [job], verbs: ["get", "list", "watch"] },
    ]);
    const withToken = plan.manifests.filter(({ manifest }) =>
      JSON.stringify(manifest).includes("serviceAccountToken"),
    );
    expect(withToken.map(({ key }) => key)).toEqual(["migrate-gate-deployment"]);
  });

  it("gives a changed one-shot service another name, and the services that wait for it follow", () => {
    const plans = ["a", "b"].map(word =>
      planOf({ migrate: { command: [word] }, web: following("migrate", "service_completed_successfully") }),
    );
    const jobs = plans.map(plan => namesOf(plan, "Job")[0]);
    expect(jobs[0]).not.toBe(jobs[1]);
    expect(plans.map(plan => waits(plan, "web"))).toEqual(jobs.map(job => [`${job}-done`]));
  });

  it("applies a service after those that it waits for", () => {
    const plan = planOf({
      web: following("migrate", "service_completed_successfully"),
      migrate: following("db", "service_healthy"),
      db: { healthcheck: CHECK },
    });
    const order = plan.manifests.map(({ key }) => key).filter(key => /-(deployment|job)$/.test(key));
    expect(order).toEqual(["db-deployment", "migrate-job", "migrate-gate-deployment", "web-deployment"]);
    const web = plan.manifests.find(({ key }) => key === "web-deployment");
    expect(web?.dependsOn).toEqual(["migrate-job"]);
  });
});

describe("a service that never restarts", () => {
  it("serves all the same when another one only waits for its start", () => {
    const plan = planOf({ cache: { restart: "no" }, web: following("cache", "service_started") });
    expect(namesOf(plan, "Job")).toEqual([]);
    expect(namesOf(plan, "Service")).toContain("cache");
  });
});

describe("the kind of a workload", () => {
  const kinds = (plan: ReturnType<typeof planOf>) =>
    ["Deployment", "StatefulSet", "DaemonSet", "Job"].filter(kind => namesOf(plan, kind).length > 0);

  it.each([
    ["a stateless service", {}, ["Deployment"]],
    ["restart no without a port", { restart: "no" }, ["Job"]],
    ["restart no of a service that is called", { restart: "no", expose: ["80"] }, ["Deployment"]],
    ["restart on-failure", { restart: "on-failure" }, ["Deployment"]],
    ["deploy.mode global", { deploy: { mode: "global" } }, ["DaemonSet"]],
    ["deploy.mode replicated-job", { deploy: { mode: "replicated-job" } }, ["Job"]],
    [
      "the owner of a volume",
      { volumes: [{ type: "volume" as const, source: "d", target: "/d" }] },
      ["StatefulSet"],
    ],
  ])("%s", (_, service, expected) => {
    expect(kinds(planOf({ one: service }, { volumes: { d: { name: "d" } } }))).toEqual(expected);
  });

  it.each([
    ["no", { restartPolicy: "Never", backoffLimit: 0 }],
    ["on-failure:4", { restartPolicy: "OnFailure", backoffLimit: 4 }],
    ["always", { restartPolicy: "OnFailure", backoffLimit: 6 }],
  ])("a Job that says restart %s", (restart, { restartPolicy, backoffLimit }) => {
    const plan = planOf({ job: { restart }, web: following("job", "service_completed_successfully") });
    const [name = ""] = namesOf(plan, "Job");
    expect(find(plan, "Job", name).spec).toMatchObject({
      backoffLimit,
      template: { spec: { restartPolicy } },
    });
  });
});

describe("healthcheck", () => {
  const probes = (check: object, more: object = {}) =>
    podOf(planOf({ one: { healthcheck: check, expose: ["1"], ...more } }), "one").spec.containers[0];

  it("is asked at start for as long as Compose would, and at least five minutes", () => {
    const long = probes({ ...CHECK, interval: "10s", retries: 6, start_period: "10m" });
    expect(long.startupProbe).toMatchObject({ periodSeconds: 5, failureThreshold: 132 });
    expect(probes(CHECK).startupProbe).toMatchObject({ periodSeconds: 5, failureThreshold: 60 });
  });

  it("decides whether traffic comes, with Docker's defaults", () => {
    expect(probes(CHECK).readinessProbe).toEqual({
      exec: { command: ["ok"] },
      timeoutSeconds: 30,
      periodSeconds: 30,
      failureThreshold: 3,
    });
  });

  it("never restarts a container unless asked to", () => {
    expect(probes(CHECK).livenessProbe).toBeUndefined();
    const liveness = probes(CHECK, { "x-towpath": { liveness: true } }).livenessProbe;
    expect(liveness).toMatchObject({ failureThreshold: 9 });
  });

  it("runs a shell's text in a shell, and nothing when it is off", () => {
    const shell = probes({ test: ["CMD-SHELL", "a || b"] }).readinessProbe;
    expect(shell).toMatchObject({ exec: { command: ["/bin/sh", "-c", "a || b"] } });
    expect(probes({ test: ["NONE"] }).readinessProbe).toBeUndefined();
    expect(probes({ ...CHECK, disable: true }).startupProbe).toBeUndefined();
  });
});
