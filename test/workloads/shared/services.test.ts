import { describe, expect, it } from "vitest";
import type { Dependency, Service } from "../../../components/app/model/service";
import { dependencyOrder } from "../../../components/workloads/shared/dependency-order";
import { oneShots } from "../../../components/workloads/shared/one-shot";
import { resourcesOf } from "../../../components/workloads/shared/sizes";
import { loadedApp } from "./loaded-app";

const MIB = 1024 * 1024;
const on = (...names: string[]): Partial<Service> => ({
  depends_on: Object.fromEntries(
    names.map(name => [name, { condition: "service_started", required: true } satisfies Dependency]),
  ),
});
const resources = (service: Partial<Service>) => resourcesOf({ command: null, entrypoint: null, ...service });

describe("the order of services", () => {
  it("is the file's, with what each depends on before it", () => {
    const { app } = loadedApp({ services: { web: on("api"), lone: {}, api: on("db", "gone"), db: {} } });
    expect(dependencyOrder(app)).toEqual(["db", "api", "web", "lone"]);
  });
});

describe("a one-shot service", () => {
  const awaits = {
    depends_on: { a: { condition: "service_completed_successfully" as const, required: true } },
  };
  it.each([
    [true, "another waits for its end", { a: { restart: "always" }, b: awaits }],
    [true, "it is never restarted", { a: { restart: "no" } }],
    [true, "its deploy mode is a job", { a: { deploy: { mode: "replicated-job" } } }],
    [false, "it publishes a port", { a: { restart: "no", expose: ["80"] } }],
    [false, "nothing says so", { a: {} }],
    [false, "it is restarted on failure", { a: { restart: "on-failure" } }],
  ] as const)("is %s when %s", (expected, _, services) => {
    expect(oneShots(loadedApp({ services }).app).has("a")).toBe(expected);
  });
});

describe("resources", () => {
  it("are the size's, limits the double", () => {
    expect(resources({})).toMatchObject({
      requests: { cpus: 0.25, memoryBytes: 256 * MIB },
      limits: { cpus: 0.5, memoryBytes: 512 * MIB, pids: 512 },
    });
    expect(resources({ "x-towpath": { size: "large" } }).limits).toMatchObject({
      cpus: 2,
      memoryBytes: 2048 * MIB,
    });
  });

  it("are the file's where it has some, deploy before the older keys", () => {
    const limits = { cpus: 3, memory: String(100 * MIB), pids: 9 };
    const found = resources({ deploy: { resources: { limits } }, mem_limit: "1", cpus: 1, pids_limit: 7 });
    expect(found).toEqual({
      requests: { cpus: 0.25, memoryBytes: 100 * MIB },
      limits: { cpus: 3, memoryBytes: 100 * MIB, pids: 9 },
      memoryStated: true,
    });
  });

  it("double a reservation without a limit", () => {
    expect(resources({ mem_reservation: String(MIB) }).limits.memoryBytes).toBe(2 * MIB);
  });

  it("take a quota for a limit of CPU, and none or -1 for the size's", () => {
    expect(resources({ cpu_quota: 50_000 }).limits.cpus).toBe(0.5);
    expect(resources({ cpu_quota: 50_000, cpu_period: 25_000 }).limits.cpus).toBe(2);
    expect(resources({ mem_limit: "-1", pids_limit: -1 }).limits).toMatchObject({
      memoryBytes: 512 * MIB,
      pids: 512,
    });
  });
});
