import * as kubernetes from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { KubernetesApp } from "../../components/workloads/kubernetes/kubernetes-app";
import { builtTool } from "../harness/equipment";
import { type ClusterStack, openStack } from "./engine/open-stack";
import {
  BOOKSHOP,
  type Fault,
  inBookshop,
  loadFor,
  object,
  PASSWORD,
  planRelease,
  rolledOut,
  run,
} from "./harness/bookshop";
import { equipment, programs, tryKubectl } from "./harness/cluster";
import { giveApp, giveHelperImages } from "./harness/images";
import { differsFromRendered } from "./harness/rendered-diff";

const missing = programs === undefined || builtTool("engine") === undefined;
const title = "the real engine on a real cluster (needs root, .ci/kube/build and .ci/engine/build)";

describe.skipIf(missing)(title, () => {
  let version = "one";
  let fault: Fault | undefined;
  let password = PASSWORD;
  let opened: ClusterStack;

  beforeAll(async () => {
    giveHelperImages();
    for (const one of ["one", "two", "broken"]) giveApp(one);
    equipment("volume", "books");
    process.env.PATH = `${programs}:${process.env.PATH}`;
    opened = await openStack(async () => {
      const provider = new kubernetes.Provider("cluster");
      const secrets = () => pulumi.secret(password);
      const access = { kubeconfig: process.env.KUBECONFIG ?? "" };
      const plan = planRelease(version, fault);
      new KubernetesApp("app", { plan, images: {}, secrets, access }, { provider });
    });
  });
  afterAll(async () => {
    opened?.close();
    await tryKubectl(["delete", "namespace", BOOKSHOP, "--ignore-not-found", "--timeout=100s"]);
  });

  const release = (next: string, nextFault?: Fault) => {
    version = next;
    fault = nextFault;
    return opened.stack.up();
  };
  const schema = async () => (await run("deployment/web", "check", "http://127.0.0.1:8080/keys/schema")).out;
  const templateOf = async (workload: string) =>
    (
      await object<{
        spec: { template: { metadata: { annotations: Record<string, string> }; spec: unknown } };
      }>(workload)
    ).spec.template;
  const serves = async (expected: string) => {
    const { failed, versions } = await loadFor(5);
    expect({ failed, versions: Object.keys(versions) }).toEqual({ failed: [], versions: [expected] });
  };

  it("brings the app up, and has nothing to do the second time", async () => {
    await release("one");
    expect(await schema()).toBe("one");
    const { changeSummary } = await opened.stack.preview();
    expect(Object.keys(changeSummary)).toEqual(["same"]);
  });

  it("applies what is rendered, and nothing beside it but the key of digests", async () => {
    expect(await differsFromRendered(planRelease("one"))).toEqual({
      diff: "",
      beside: ["secret/towpath-digest-key"],
    });
  });

  it("rolls a release out, and says which revision is which", async () => {
    await release("two");
    expect(await schema()).toBe("two");
    const history = await inBookshop("rollout", "history", "deployment/web");
    for (const one of ["one", "two"])
      expect(history).toMatch(new RegExp(`towpath.test/app:${one} template [0-9a-f]{12}`));
  });

  it("fails an update that never gets healthy, leaves the old pods serving, and goes back", async () => {
    const before = await templateOf("deployment/web");
    await expect(release("broken")).rejects.toThrow(/Deployment\/web/);
    expect(await templateOf("deployment/web")).toEqual(before);
    expect(await rolledOut("deployment/web", 60)).toMatchObject({ code: 0 });
    await serves("two");
  });

  it("brings all of the release before back, whose pods still find what they wait for", async () => {
    await release("two");
    await inBookshop("delete", "pod", "--selector=app.kubernetes.io/name in (web, migrate-gate)");
    expect(await rolledOut("deployment/migrate-gate", 60)).toMatchObject({ code: 0 });
    expect(await rolledOut("deployment/web", 60)).toMatchObject({ code: 0 });
    await serves("two");
    // Its migration ran once and for all; that of the failed release ran after it.
    expect(await schema()).toBe("broken");
  });

  it("updates nothing that waits for a migration, when that fails", async () => {
    const before = await templateOf("deployment/web");
    await expect(release("two", "migration")).rejects.toThrow(/Job\/migrate/);
    expect(await templateOf("deployment/web")).toEqual(before);
    await serves("two");
  });

  it("takes a store that never gets ready back, with its data", async () => {
    await expect(release("two", "store")).rejects.toThrow(/StatefulSet\/db/);
    expect(await rolledOut("statefulset/db", 120)).toMatchObject({ code: 0 });
    await expect.poll(schema, { timeout: 30_000 }).toBe("broken");
  });

  it("makes new pods of who uses a changed secret, and of nobody else", async () => {
    await release("two");
    const digest = async () =>
      (await templateOf("deployment/web")).metadata.annotations["towpath.dev/secrets"];
    const [before, visitor] = [await digest(), await templateOf("deployment/visitor")];
    password = "another one";
    await release("two");
    expect(await digest()).toMatch(/^[0-9a-f]{32}$/);
    expect(await digest()).not.toBe(before);
    expect(await templateOf("deployment/visitor")).toEqual(visitor);
    await expect.poll(schema, { timeout: 30_000 }).toBe("broken");
  });

  it("leaves nothing behind when it is destroyed", async () => {
    await opened.stack.destroy();
    const { err } = await tryKubectl(["get", "namespace", BOOKSHOP]);
    expect(err).toContain("NotFound");
  });
});
