import * as kubernetes from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { KubernetesApp } from "../../components/workloads/kubernetes/kubernetes-app";
import { builtTool } from "../harness/equipment";
import { type ClusterStack, openStack } from "./engine/open-stack";
import { BOOKSHOP, loadFor, planRelease, run } from "./harness/bookshop";
import { equipment, programs, tryKubectl } from "./harness/cluster";
import { giveApp, giveHelperImages } from "./harness/images";

const missing = programs === undefined || builtTool("engine") === undefined;
const title = "the real engine on a real cluster (needs root, .ci/kube/build and .ci/engine/build)";

describe.skipIf(missing)(title, () => {
  let version = "one";
  let opened: ClusterStack;

  beforeAll(async () => {
    giveHelperImages();
    for (const one of ["one", "two", "broken"]) giveApp(one);
    equipment("volume", "books");
    opened = await openStack(async () => {
      const provider = new kubernetes.Provider("cluster");
      const secrets = () => pulumi.secret("correct horse battery staple");
      new KubernetesApp("app", { plan: planRelease(version), images: {}, secrets }, { provider });
    });
  });
  afterAll(async () => {
    opened?.close();
    await tryKubectl(["delete", "namespace", BOOKSHOP, "--ignore-not-found", "--timeout=100s"]);
  });

  const release = (next: string) => {
    version = next;
    return opened.stack.up();
  };
  const schema = async () => (await run("deployment/web", "check", "http://127.0.0.1:8080/keys/schema")).out;

  it("brings the app up, and has nothing to do the second time", async () => {
    await release("one");
    expect(await schema()).toBe("one");
    const { changeSummary } = await opened.stack.preview();
    expect(Object.keys(changeSummary)).toEqual(["same"]);
  });

  it("rolls a release out", async () => {
    await release("two");
    expect(await schema()).toBe("two");
  });

  it("fails an update that never gets healthy, and leaves the old pods serving", async () => {
    await expect(release("broken")).rejects.toThrow(/Deployment\/web/);
    const { failed, versions } = await loadFor(5);
    expect({ failed, versions: Object.keys(versions) }).toEqual({ failed: [], versions: ["two"] });
  });

  it("leaves nothing behind when it is destroyed", async () => {
    await opened.stack.destroy();
    const { err } = await tryKubectl(["get", "namespace", BOOKSHOP]);
    expect(err).toContain("NotFound");
  });
});
