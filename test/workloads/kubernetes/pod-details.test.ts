import { describe, expect, it } from "vitest";
import { ephemeralStorage } from "../../../components/workloads/kubernetes/ephemeral-storage";
import { textBytes } from "../../../components/workloads/kubernetes/text-bytes";
import { find, notesOf, planOf, podOf, refusalsOf } from "./plan-of";

const MIB = 1024 * 1024;

describe("sizes in Docker's own options", () => {
  it.each([
    ["64m", 64 * MIB],
    ["1G", 1024 * MIB],
    ["2GiB", 2048 * MIB],
    ["512", 512],
    ["10kb", 10_240],
    ["", undefined],
    ["0", undefined],
    ["much", undefined],
  ])("%s is %s bytes", (text, bytes) => {
    expect(textBytes(text)).toBe(bytes);
  });
});

describe("ephemeral storage", () => {
  const of = (size?: string) =>
    ephemeralStorage({
      command: null,
      entrypoint: null,
      ...(size !== undefined && { storage_opt: { size } }),
    });

  it("has a limit by default, or the size that the file says, and never requests more", () => {
    expect(of()).toEqual({ request: "128Mi", limit: "4Gi" });
    expect(of("10G")).toEqual({ request: "128Mi", limit: "10Gi" });
    expect(of("64M")).toEqual({ request: "64Mi", limit: "64Mi" });
  });
});

describe("an image's entrypoint and command", () => {
  const container = (fields: object) => podOf(planOf({ a: fields }), "a").spec.containers[0];

  it.each([
    ["both the image's", {}, {}],
    ["the command replaced", { command: ["x"] }, { args: ["x"] }],
    ["the entrypoint replaced", { entrypoint: ["e"] }, { command: ["e"] }],
    ["both replaced", { entrypoint: ["e"], command: ["x"] }, { command: ["e"], args: ["x"] }],
    ["the entrypoint emptied", { entrypoint: [], command: ["x"] }, { command: ["x"] }],
    ["the entrypoint emptied by an empty word", { entrypoint: [""], command: ["x"] }, { command: ["x"] }],
  ])("%s", (_, fields, wanted) => {
    const { command, args } = container(fields);
    expect({ ...(command && { command }), ...(args && { args }) }).toEqual(wanted);
  });

  it("are refused one without the other, which only the image could tell", () => {
    expect(Object.keys(refusalsOf({ a: { entrypoint: [] }, b: { command: [] } }))).toEqual([
      "services.a.entrypoint",
      "services.b.command",
    ]);
  });
});

describe("max_replicas_per_node", () => {
  /** How many pods of one release the rule lets onto one node while others have `elsewhere` pods. */
  const allowed = (spread: { maxSkew: number; minDomains: number }, nodes: number, elsewhere: number) =>
    spread.maxSkew + (nodes < spread.minDomains ? 0 : elsewhere);

  it.each([1, 2, 3, 50])("holds on %s nodes", nodes => {
    const plan = planOf({ a: { scale: 4, deploy: { placement: { max_replicas_per_node: 2 } } } });
    const [spread] = podOf(plan, "a").spec.topologySpreadConstraints as [never];
    const fewest = Math.floor(4 / nodes);
    expect(allowed(spread, nodes, nodes > 4 ? 0 : fewest)).toBe(2);
  });
});

describe("what is known of an image", () => {
  it("is told where it makes the root file system read-only", () => {
    const plan = planOf({ cache: { image: "redis:8.2" }, own: { read_only: true } });
    expect(notesOf(plan, "services.cache.read_only").join()).toMatch(
      /adapted: read-only but for \/data, \/tmp/,
    );
    expect(notesOf(plan, "services.own.read_only").join()).toMatch(/^same/);
  });
});

describe("name servers", () => {
  it("beyond what a pod may have are told", () => {
    const plan = planOf({ a: { dns: ["192.0.2.1", "192.0.2.2", "192.0.2.3"] }, b: { dns: ["192.0.2.1"] } });
    expect(notesOf(plan, "services.a.dns").join()).toMatch(/but 192\.0\.2\.3/);
    expect(notesOf(plan, "services.b.dns").join()).not.toMatch(/but/);
  });
});

describe("a hook before the start", () => {
  it("may be root in a pod that is not, which its namespace then allows", () => {
    const plan = planOf({ a: { pre_start: [{ command: ["chown", "1000", "/data"], user: "root" }] } });
    const [hook] = podOf(plan, "a").spec.initContainers ?? [];
    expect(hook?.securityContext).toMatchObject({ runAsUser: 0, runAsNonRoot: false });
    expect(podOf(plan, "a").spec.securityContext).toMatchObject({ runAsUser: 1000, runAsNonRoot: true });
    const { metadata } = find(plan, "Namespace", "app");
    expect(metadata.labels?.["pod-security.kubernetes.io/enforce"]).toBe("baseline");
  });
});
