import { beforeAll, describe, expect, it } from "vitest";
import type { Registered } from "../../../../cli/engine/registered";
import { K3sPlatform } from "../../../../components/platforms/k3s/k3s-platform";
import { SERVERS_PLAN } from "../../../../components/platforms/k3s/upgrades/upgrade-names";
import { evaluate } from "../../../../policies/evaluate";
import { subjectOf } from "../../../../policies/subject";
import { only, runComponent } from "../../../harness/run-component";
import { fakeNetwork, fakeRegistry } from "../../fake-network";
import { IDENTITY, settingsFor } from "../../kubernetes-settings";

const DEPLOYMENT = "kubernetes:apps/v1:Deployment";
const PLAN = "kubernetes:upgrade.cattle.io/v1:Plan";
const GROUP = "aws:autoscaling/group:Group";
const ASSOCIATION = "aws:ssm/association:Association";
const TODAY = "2026-11-01";
const WINDOW = { days: ["sat", "sun"], start: "02:00", end: "05:00", timeZone: "Europe/Berlin" };

async function platform(k3s: Record<string, unknown>): Promise<readonly Registered[]> {
  const settings = settingsFor("k3s", { k3s });
  const { resources } = await runComponent(() => {
    const network = fakeNetwork({ inside: false });
    new K3sPlatform("k3s", { settings, identity: IDENTITY, network, registry: fakeRegistry() });
  });
  return resources;
}

const plan = (resources: readonly Registered[], ending: string) => only(resources, PLAN, ending).inputs.spec;

describe("upgrades by the cluster itself", () => {
  let one: readonly Registered[];
  let three: readonly Registered[];
  beforeAll(async () => {
    one = await platform({ upgrades: { automatic: true } });
    three = await platform({
      servers: 3,
      version: "v1.37.1+k3s1",
      upgrades: { automatic: true, window: WINDOW },
    });
  });

  it("bring servers to the version, then agents, one after another and drained", () => {
    expect(plan(three, "-servers")).toMatchObject({
      version: "v1.37.1+k3s1",
      concurrency: 1,
      drain: { force: true },
      nodeSelector: {
        matchExpressions: [{ key: "node-role.kubernetes.io/control-plane", operator: "Exists" }],
      },
    });
    expect(only(three, PLAN, "-servers").inputs.metadata).toMatchObject({ name: SERVERS_PLAN });
    expect(plan(three, "-agents")).toMatchObject({
      version: "v1.37.1+k3s1",
      concurrency: 1,
      drain: { force: true },
      prepare: { args: ["prepare", SERVERS_PLAN] },
      nodeSelector: {
        matchExpressions: [{ key: "node-role.kubernetes.io/control-plane", operator: "DoesNotExist" }],
      },
    });
  });

  it("cordon a single server and do not drain it, as its pods have nowhere to go", () => {
    expect(plan(one, "-servers")).toMatchObject({ cordon: true });
    expect(plan(one, "-servers")).not.toHaveProperty("drain");
  });

  it("bring boards to the version by a plan of their own, their pods running on", async () => {
    const pi = { name: "pi", address: "203.0.113.7", hostKey: "ssh-ed25519 AAAA" };
    const mixed = await platform({ edge: [pi], upgrades: { automatic: true } });
    const control = { key: "node-role.kubernetes.io/control-plane", operator: "DoesNotExist" };
    const selector = (operator: string) => ({
      matchExpressions: [control, { key: "towpath.dev/edge", operator }],
    });
    const boards = plan(mixed, "-boards");
    expect(boards).toMatchObject({
      nodeSelector: selector("Exists"),
      tolerations: [{ operator: "Exists" }],
      prepare: { args: ["prepare", SERVERS_PLAN] },
    });
    for (const key of ["drain", "cordon"]) expect(boards).not.toHaveProperty(key);
    expect(plan(mixed, "-agents")).toMatchObject({
      drain: { force: true },
      nodeSelector: selector("DoesNotExist"),
    });
    expect(one.filter(({ type }) => type === PLAN).map(({ name }) => name)).toEqual([
      "k3s-upgrades-agents",
      "k3s-upgrades-servers",
    ]);
  });

  it("begin in the window alone", () => {
    const window = { days: ["sat", "sun"], startTime: "02:00", endTime: "05:00", timeZone: "Europe/Berlin" };
    for (const key of ["-servers", "-agents"]) expect(plan(three, key)).toMatchObject({ window });
    expect(plan(one, "-agents")).not.toHaveProperty("window");
  });

  it("are the only ones: nothing else replaces agents or installs a version on servers", async () => {
    expect(only(one, GROUP).inputs).not.toHaveProperty("instanceRefresh");
    const before = only(one, ASSOCIATION);
    const after = only(
      await platform({ version: "v1.37.1+k3s1", upgrades: { automatic: true } }),
      ASSOCIATION,
    );
    expect(before.inputs.parameters).toMatchObject({ version: "installed" });
    expect([after.name, after.inputs]).toEqual([before.name, before.inputs]);
  });

  it("may name what they do, and read Secrets of their own namespace alone", () => {
    const rules = (type: string) =>
      one
        .filter(resource => resource.type === `kubernetes:rbac.authorization.k8s.io/v1:${type}`)
        .flatMap(
          ({ inputs }) =>
            inputs.rules as { resources: string[]; verbs: string[]; resourceNames?: string[] }[],
        );
    expect(rules("Role").flatMap(({ resources }) => resources)).toContain("secrets");
    expect(rules("ClusterRole").flatMap(({ resources }) => resources)).not.toContain("secrets");
    const written = rules("ClusterRole").filter(
      ({ resources, verbs }) => resources.includes("customresourcedefinitions") && verbs.includes("update"),
    );
    expect(written.map(({ resourceNames }) => resourceNames)).toEqual([["plans.upgrade.cattle.io"]]);
  });

  it.each(["dev", "prod"] as const)(
    "break no policy of %s, and are advised of what the controller is",
    environment => {
      const subjects = one.filter(({ name }) => name.startsWith("k3s-upgrades")).map(subjectOf);
      const { findings, notEvaluated } = evaluate(subjects, { environment }, TODAY);
      const said = findings.map(
        ({ rule, level, resource }) => `${level} ${rule} ${resource.split("::").at(-1)}`,
      );
      expect(said).toEqual([
        "advisory health-checked k3s-upgrades-controller",
        "advisory image-by-digest k3s-upgrades-controller",
        "advisory namespace-not-privileged k3s-upgrades-namespace",
        "advisory rbac-no-secrets k3s-upgrades-controller-role",
      ]);
      expect(notEvaluated).toEqual([]);
    },
  );

  it("run pinned images, by an account without a token that nobody asked for", () => {
    const { template } = only(one, DEPLOYMENT).inputs.spec as { template: { spec: Record<string, unknown> } };
    expect(template.spec).toMatchObject({
      automountServiceAccountToken: false,
      containers: [{ image: expect.stringMatching(/:v\d+\.\d+\.\d+$/) }],
    });
  });
});

describe("upgrades by pulumi up", () => {
  it("replace agents and install nothing in the cluster", async () => {
    const resources = await platform({});
    expect(only(resources, GROUP).inputs).toHaveProperty("instanceRefresh");
    expect(resources.filter(({ type }) => type === PLAN || type === DEPLOYMENT)).toEqual([]);
  });

  it("refuse a window, which they have not", () => {
    expect(() => settingsFor("k3s", { k3s: { upgrades: { window: WINDOW } } })).toThrow(
      /upgrades\.window: of no use/,
    );
  });
});
