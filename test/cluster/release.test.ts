import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  applyRelease,
  BOOKSHOP,
  connects,
  inBookshop,
  loadFor,
  object,
  planRelease,
  rolledOut,
  rollOut,
  run,
  statOfVolume,
  underLoad,
} from "./harness/bookshop";
import { equipment, kubectl, programs, tryKubectl, why } from "./harness/cluster";
import { giveApp, giveHelperImages } from "./harness/images";

interface Pod {
  readonly metadata: { readonly uid: string; readonly deletionTimestamp?: string };
  readonly status: {
    readonly phase: string;
    readonly conditions: readonly { readonly type: string; readonly lastTransitionTime: string }[];
    readonly containerStatuses: readonly {
      readonly restartCount: number;
      readonly state: {
        readonly running?: { readonly startedAt: string };
        readonly terminated?: { readonly startedAt: string; readonly finishedAt: string };
      };
    }[];
  };
}

/** The pods of a service. */
async function podsOf(service: string): Promise<readonly Pod[]> {
  const selector = `app.kubernetes.io/name=${service}`;
  return (await object<{ items: Pod[] }>("pods", `--selector=${selector}`)).items;
}

/** When the containers of a service's pods started and ended, and their pods got ready. */
async function timesOf(service: string) {
  const pods = await podsOf(service);
  const statuses = pods.flatMap(({ status }) => status.containerStatuses);
  const states = statuses.map(({ state }) => state.running ?? state.terminated);
  const ready = pods.flatMap(({ status }) => status.conditions.filter(({ type }) => type === "Ready"));
  return {
    count: pods.length,
    started: states.map(state => Date.parse(state?.startedAt ?? "")),
    finished: statuses.map(({ state }) => Date.parse(state.terminated?.finishedAt ?? "")),
    ready: ready.map(({ lastTransitionTime }) => Date.parse(lastTransitionTime)),
    restarts: statuses.map(({ restartCount }) => restartCount),
  };
}

/** The pods of some services that are not on their way out. */
async function staying(...services: readonly string[]): Promise<readonly string[]> {
  const pods = (await Promise.all(services.map(podsOf))).flat();
  return pods
    .flatMap(({ metadata }) => (metadata.deletionTimestamp === undefined ? [metadata.uid] : []))
    .sort();
}

/** The pod templates of all workloads that keep revisions, as the API server has them. */
async function templates(): Promise<unknown> {
  const { items } = await object<{ items: { metadata: { name: string }; spec: { template: unknown } }[] }>(
    "deployments,statefulsets",
  );
  return Object.fromEntries(items.map(({ metadata, spec }) => [metadata.name, spec.template]));
}

/** What the store has under a key, as the web front gets it. */
const stored = (key: string) => run("deployment/web", "check", `http://127.0.0.1:8080/keys/${key}`);
const inDb = (...words: string[]) => inBookshop("exec", "db-0", "--", ...words);

describe.skipIf(programs === undefined)(`rendered YAML on a real cluster${why}`, { timeout: 600_000 }, () => {
  beforeAll(() => {
    giveHelperImages();
    for (const version of ["one", "two", "broken"]) giveApp(version);
    equipment("volume", "books");
  });
  afterAll(() => tryKubectl(["delete", "namespace", BOOKSHOP, "--ignore-not-found", "--wait=false"]));

  it("starts in the order that the Compose file gives", async () => {
    expect(await rollOut(planRelease("one"), { seconds: 240 })).toMatchObject({ code: 0 });
    for (const workload of ["statefulset/db", "deployment/web", "deployment/worker", "deployment/visitor"])
      expect(await rolledOut(workload, 240)).toMatchObject({ code: 0 });

    const [db, migrate, web, worker] = await Promise.all(["db", "migrate", "web", "worker"].map(timesOf));
    expect([db?.count, migrate?.count, web?.count, worker?.count]).toEqual([1, 1, 2, 1]);
    expect(Math.min(...(migrate?.started ?? []))).toBeGreaterThanOrEqual(Math.max(...(db?.ready ?? [])));
    const migrated = Math.max(...(migrate?.finished ?? []));
    for (const started of [...(web?.started ?? []), ...(worker?.started ?? [])])
      expect(started).toBeGreaterThanOrEqual(migrated);
    // A worker that starts too early ends with an error.
    expect([...(db?.restarts ?? []), ...(web?.restarts ?? []), ...(worker?.restarts ?? [])]).toEqual([
      0, 0, 0, 0,
    ]);
    expect((await stored("schema")).out).toBe("one");
  });

  it("lets a user who is not root write a volume that belonged to root", async () => {
    expect((await inDb("id", "-u")).trim()).toBe("10002");
    expect(statOfVolume("schema")).toBe("10002 600");
  });

  it("opens the connections that the networks of the Compose file open, and no others", async () => {
    const asked: Readonly<Record<string, boolean>> = {
      "deployment/web db:5000": true,
      "deployment/worker db:5000": true,
      "deployment/worker web:8080": true,
      "deployment/visitor web:8080": true,
      "deployment/visitor db:5000": false,
      "deployment/web kubernetes.default.svc:443": false,
      "deployment/worker kubernetes.default.svc:443": false,
    };
    const found = Object.keys(asked).map(async both => {
      const [from = "", to = ""] = both.split(" ");
      return [both, await connects(from, to)] as const;
    });
    expect(Object.fromEntries(await Promise.all(found))).toEqual(asked);
  });

  it("is closed to other namespaces", async () => {
    const overrides = JSON.stringify({ spec: { terminationGracePeriodSeconds: 0 } });
    const stranger = ["stranger", "--namespace", "default"];
    await kubectl(
      [
        "run",
        ...stranger,
        "--image=towpath.test/app:one",
        `--overrides=${overrides}`,
        "--command",
        "--",
        "sleep",
      ].concat("1000"),
    );
    try {
      await kubectl([
        "wait",
        "--for=condition=Ready",
        "pod/stranger",
        "--namespace=default",
        "--timeout=60s",
      ]);
      const ask = (address: string) => tryKubectl(["exec", ...stranger, "--", "/app", "connect", address]);
      expect((await ask("kubernetes.default.svc:443")).code).toBe(0);
      expect((await ask(`web.${BOOKSHOP}:8080`)).code).toBe(1);
    } finally {
      await kubectl(["delete", "pod", ...stranger, "--wait=false"]);
    }
  });

  it("keeps data when a pod is deleted", async () => {
    const put = await run("db-0", "put", "http://127.0.0.1:5000/keys/kept", "for long");
    expect(put).toMatchObject({ code: 0 });
    await inBookshop("delete", "pod", "db-0");
    expect(await rolledOut("statefulset/db", 120)).toMatchObject({ code: 0 });
    // It takes a moment until every part of the cluster knows the new pod's address.
    await expect.poll(() => stored("kept"), { timeout: 20_000 }).toMatchObject({ out: "for long" });
  });

  it("drops no request of a constant load while a release is rolled out", async () => {
    const reports = await underLoad(async () => {
      await applyRelease("two");
      expect(await rolledOut("deployment/web", 240)).toMatchObject({ code: 0 });
    });
    expect(reports.flatMap(({ failed }) => failed)).toEqual([]);
    expect(reports.reduce((sum, { sent }) => sum + sent, 0)).toBeGreaterThan(500);
    const versions = new Set(reports.flatMap(report => Object.keys(report.versions)));
    expect([...versions].sort()).toEqual(["one", "two"]);
  });

  it("keeps data over a release, and migrates once for each", async () => {
    expect((await stored("kept")).out).toBe("for long");
    expect((await stored("schema")).out).toBe("two");
    const { items } = await object<{ items: { status: { succeeded: number } }[] }>("jobs");
    expect(items.map(({ status }) => status.succeeded)).toEqual([1, 1]);
  });

  it("leaves the old pods serving when a release never gets healthy, and says that it failed", async () => {
    await applyRelease("broken");
    expect(await rolledOut("deployment/web", 15)).toMatchObject({ code: 1 });
    const { failed, versions } = await loadFor(5);
    expect(failed).toEqual([]);
    expect(Object.keys(versions)).toEqual(["two"]);
  });

  it("takes all of a failed release back by the script that is rendered with it, and fails", async () => {
    const { code } = await rollOut(planRelease("two"));
    expect(code).toBe(0);
    const before = await templates();
    for (const plan of [
      planRelease("broken"),
      planRelease("broken", "store"),
      planRelease("two", "migration"),
    ]) {
      expect(await rollOut(plan, { seconds: 20 })).toMatchObject({ code: 1 });
      expect(await templates()).toEqual(before);
    }
    for (const workload of ["statefulset/db", "deployment/web"])
      expect(await rolledOut(workload, 120)).toMatchObject({ code: 0 });
    const { failed, versions } = await loadFor(5);
    expect({ failed, versions: Object.keys(versions) }).toEqual({ failed: [], versions: ["two"] });
    expect((await stored("kept")).out).toBe("for long");
  });

  it("makes new pods of who uses a changed secret, and of nobody else", async () => {
    const [users, visitors] = [await staying("db", "web", "worker"), await staying("visitor")];
    const changed = { password: "another one", seconds: 240 };
    expect(await rollOut(planRelease("two"), changed)).toMatchObject({ code: 0 });
    // A rollout is complete when the new pods are ready; the old ones are then told to go.
    const old = async () => (await staying("db", "web", "worker")).filter(id => users.includes(id));
    await expect.poll(old, { timeout: 60_000 }).toEqual([]);
    expect(await staying("visitor")).toEqual(visitors);
    await expect.poll(() => stored("schema"), { timeout: 60_000 }).toMatchObject({ code: 0 });
  });

  it("tells what each revision is, and records each release that got out", async () => {
    const history = await inBookshop("rollout", "history", "deployment/web");
    expect(history).toMatch(/towpath\.test\/app:one template [0-9a-f]{12}/);
    expect(history).toMatch(/towpath\.test\/app:two template [0-9a-f]{12}/);
    const { items } = await object<{ items: { data: Record<string, string> }[] }>(
      "configmaps",
      "--selector=app.kubernetes.io/component=release",
    );
    const recorded = items.map(({ data }) => data.web?.split(" ")[0]);
    expect(recorded).toEqual(expect.arrayContaining(["towpath.test/app:one", "towpath.test/app:two"]));
  });

  it("leaves nothing behind when its namespace is deleted", async () => {
    await kubectl(["delete", "namespace", BOOKSHOP, "--timeout=110s"]);
    const { code, err } = await tryKubectl(["get", "namespace", BOOKSHOP]);
    expect(code).toBe(1);
    expect(err).toContain("NotFound");
  });
});
