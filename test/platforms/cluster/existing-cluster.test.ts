import * as pulumi from "@pulumi/pulumi";
import { describe, expect, it } from "vitest";
import { buildIssues } from "../../../components/platforms/cluster/build-issues";
import { ExistingCluster } from "../../../components/platforms/cluster/existing-cluster";
import { only, runComponent } from "../../harness/run-component";
import { fakeRegistry } from "../fake-network";
import { settingsFor } from "../kubernetes-settings";

async function provider(cluster: Record<string, unknown>, secret?: string) {
  const settings = settingsFor("cluster", { cluster });
  const { resources } = await runComponent(() => {
    const kubeconfig = secret === undefined ? {} : { kubeconfig: pulumi.secret(secret) };
    new ExistingCluster("cluster", { settings, registry: fakeRegistry(), ...kubeconfig });
  });
  return only(resources, "pulumi:providers:kubernetes").inputs;
}

describe("ExistingCluster", () => {
  it("uses the machine's own kubeconfig when nothing is said", async () => {
    expect(await provider({})).toEqual({ enableServerSideApply: "true" });
  });

  it("takes the path of the settings before the stack's secret", async () => {
    expect(await provider({ kubeconfig: "./kubeconfig", context: "shop" }, "secret")).toMatchObject({
      kubeconfig: "./kubeconfig",
      context: "shop",
    });
    expect((await provider({}, "secret")).kubeconfig).toBe("[secret]");
  });
});

describe("buildIssues", () => {
  it("refuses builds without a registry, naming the services", () => {
    const [issue] = buildIssues(settingsFor("cluster"), ["web", "api"]);
    expect(issue?.path).toBe("towpath:cluster.registry");
    expect(issue?.wrong).toBe("missing, while api, web have a build");
  });

  it("is content with a registry, or with nothing to build", () => {
    expect(buildIssues(settingsFor("cluster"), [])).toEqual([]);
    const given = settingsFor("cluster", { cluster: { registry: "registry.example.com/team" } });
    expect(buildIssues(given, ["web"])).toEqual([]);
  });
});
