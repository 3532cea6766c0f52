import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { PreviewResult, RefreshResult, Stack } from "@pulumi/pulumi/automation";
import { expect } from "vitest";
import { stringify } from "yaml";
import { ended } from "../harness/ended";
import type { Project } from "../harness/project";
import { inState } from "../harness/touched";
import type { Combination } from "./combinations";
import { existing } from "./inventory";
import { orderFaults } from "./order-faults";

/** What an operation counts besides what stays as it is. */
export function changes(done: PreviewResult | RefreshResult): string[] {
  const counted = "summary" in done ? done.summary.resourceChanges : done.changeSummary;
  return Object.keys(counted ?? { nothing: 0 }).filter(op => op !== "same" && op !== "read");
}

/** A stack of the example shop with settings of its own. */
export async function openCombination(project: Project, { stack, settings }: Combination): Promise<Stack> {
  const config: Record<string, unknown> = {
    "aws:region": "us-east-1",
    "towpath:compose": ["examples/shop/compose.yaml"],
  };
  for (const [key, value] of Object.entries(settings)) config[`towpath:${key}`] = value;
  writeFileSync(join(project.folder, `Pulumi.${stack}.yaml`), stringify({ config }));
  const opened = await project.stack(stack);
  await opened.setConfig("towpath:secrets.db-password", { value: "secret", secret: true }, true);
  if (stack === "docker-ssh")
    await opened.setConfig("towpath:sshPrivateKey", { value: "secret", secret: true });
  return opened;
}

/** Takes a stack from nothing to nothing: everything is made once, nothing twice, and goes in order. */
export async function climb(project: Project, stack: Stack): Promise<void> {
  const { resourceChanges: made = {} } = (await stack.up()).summary;
  expect(Object.keys(made)).toEqual(["create"]);
  expect(made.create).toBeGreaterThan(5);
  expect(changes(await stack.preview({ expectNoChanges: true }))).toEqual([]);
  expect(changes(await stack.refresh({ expectNoChanges: true }))).toEqual([]);
  await descend(project, stack);
}

/** Destroys a stack, and looks at what went when. */
export async function descend(project: Project, stack: Stack): Promise<void> {
  const made = await inState(stack);
  if (made.some(({ protect }) => protect)) await unprotect(project, stack);
  await stack.destroy();
  expect(await inState(stack)).toEqual([]);
  const kept = made.filter(({ retainOnDelete }) => retainOnDelete).map(({ urn }) => urn);
  const left = existing(project.journal()).map(({ urn }) => urn);
  expect(left.filter(urn => !kept.includes(urn))).toEqual([]);
  expect(orderFaults(project.journal(), made)).toEqual([]);
}

/** Sees a protected stack refuse to go before anything has gone, and takes the protection off. */
async function unprotect(project: Project, stack: Stack): Promise<void> {
  const before = existing(project.journal());
  const { code, said } = await ended(project.spawn(stack.name, ["destroy", "--yes"]));
  expect(said).toMatch(/cannot be deleted\s+because it is protected/);
  expect(code).not.toBe(0);
  expect(existing(project.journal())).toEqual(before);
  await stack.setConfig("towpath:deletionProtection", { value: "false" });
  await stack.up();
}
