import { existsSync, readdirSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import type { DockerPlan } from "../../../components/workloads/docker/docker-plan";
import { planDocker } from "../../../components/workloads/docker/plan";
import { renderBundle } from "../../../components/workloads/docker/render-bundle";
import { FIXTURE_NAMES, fixtureApp, goldenFolder } from "./fixtures";

function planOf(name: string): DockerPlan {
  const request = { domain: "example.com", volumeSizeGb: 10, acmeEmail: "ops@example.com" };
  return planDocker({ loaded: fixtureApp(name), ...request });
}

/** The bundle with an image for each service that is built; the rollout script is the same in all. */
function bundleOf(plan: DockerPlan): Record<string, string> {
  const images = Object.fromEntries(
    plan.images.map(({ service }) => [service, `registry.example.com/${service}@sha256:${"0".repeat(64)}`]),
  );
  const built = Object.fromEntries(
    plan.images.flatMap(({ kind, service }) => (kind === "build" ? [[service, images[service] ?? ""]] : [])),
  );
  const { "towpath-rollout": _, ...files } = renderBundle(plan, built);
  return files;
}

/** What people are told: everything that is not the same. */
function reportText({ report }: DockerPlan): string {
  const told = report.filter(({ verdict }) => verdict !== "same");
  return told.map(({ verdict, path, note }) => `${verdict} ${path}\n  ${note}\n`).join("");
}

function filesUnder(folder: string, prefix = ""): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).flatMap(name => {
    const path = resolve(folder, name);
    return statSync(path).isDirectory() ? filesUnder(path, `${prefix}${name}/`) : [`${prefix}${name}`];
  });
}

describe.each(FIXTURE_NAMES)("fixture %s", name => {
  const plan = planOf(name);
  const files = { ...bundleOf(plan), "report.txt": reportText(plan) };

  it.each(Object.entries(files))("%s", async (path, text) => {
    await expect(text).toMatchFileSnapshot(resolve(goldenFolder(name), path));
  });

  it("has no golden that nothing renders any more", () => {
    expect(filesUnder(goldenFolder(name)).sort()).toEqual(Object.keys(files).sort());
  });

  it("is planned the same twice", () => {
    expect(JSON.stringify(planOf(name))).toBe(JSON.stringify(plan));
  });
});
