import { existsSync, readdirSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import type { KubernetesPlan } from "../../../components/workloads/kubernetes/kubernetes-plan";
import { renderManifests } from "../../../components/workloads/kubernetes/render-manifests";
import { planned } from "./facts";
import { FIXTURE_NAMES, fixtureApp, goldenFolder } from "./fixtures";
import { isGatewayApi, schemaErrors, versions } from "./schemas";

/** What people are told: everything that is not the same. */
function reportText({ report }: KubernetesPlan): string {
  const told = report.filter(({ verdict }) => verdict !== "same");
  return told.map(({ verdict, path, note }) => `${verdict} ${path}\n  ${note}\n`).join("");
}

describe.each(FIXTURE_NAMES)("fixture %s", name => {
  const plan = planned(fixtureApp(name), "example.com", { clusterIssuer: "letsencrypt" });
  const files = { ...renderManifests(plan, {}), "report.txt": reportText(plan) };

  it.each(Object.entries(files))("%s", async (path, text) => {
    await expect(text).toMatchFileSnapshot(resolve(goldenFolder(name), path));
  });

  it("has no golden that nothing renders any more", () => {
    expect(existsSync(goldenFolder(name)) ? readdirSync(goldenFolder(name)).sort() : []).toEqual(
      Object.keys(files).sort(),
    );
  });

  it.each(versions)("is strictly valid on Kubernetes %s", version => {
    const manifests = plan.manifests.map(({ manifest }) => manifest).filter(one => !isGatewayApi(one));
    expect(manifests.flatMap(manifest => schemaErrors(version, manifest))).toEqual([]);
  });
});
