import { existsSync, readdirSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { InvalidInput } from "../../../components/lib/issues";
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

/** The plan of a fixture with its goldens, or only what people read when it is refused. */
function outcome(name: string): { readonly plan?: KubernetesPlan; readonly files: Record<string, string> } {
  try {
    const plan = planned(fixtureApp(name), "example.com", { clusterIssuer: "letsencrypt" });
    return { plan, files: { ...renderManifests(plan, {}), "report.txt": reportText(plan) } };
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    return { files: { "refused.txt": `${error.message}\n` } };
  }
}

describe.each(FIXTURE_NAMES)("fixture %s", name => {
  const { plan, files } = outcome(name);

  it.each(Object.entries(files))("%s", async (path, text) => {
    await expect(text).toMatchFileSnapshot(resolve(goldenFolder(name), path));
  });

  it("has no golden that nothing renders any more", () => {
    expect(existsSync(goldenFolder(name)) ? readdirSync(goldenFolder(name)).sort() : []).toEqual(
      Object.keys(files).sort(),
    );
  });

  it.each(plan === undefined ? [] : versions)("is strictly valid on Kubernetes %s", version => {
    const manifests = (plan?.manifests ?? []).map(({ manifest }) => manifest);
    const checked = manifests.filter(manifest => !isGatewayApi(manifest));
    expect(checked.flatMap(manifest => schemaErrors(version, manifest))).toEqual([]);
  });
});
