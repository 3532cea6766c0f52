import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Stack } from "@pulumi/pulumi/automation";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { builtTool } from "../harness/equipment";
import { compilePack } from "./harness/policy-pack";
import { openCheckout, type Project } from "./harness/project";
import { inState, textOf, touchedBy } from "./harness/touched";

const COMPOSE = "examples/shop/compose.yaml";
const IMAGE = "postgres:17.6-alpine";

/** A new image of the database: all that the update may touch, as patterns of `op type name`. */
const TOUCHED_BY_IMAGE: Readonly<Record<string, readonly RegExp[]>> = {
  dev: [
    /^(create-replacement|replace|delete-replaced) aws:s3\/bucketObjectv2:BucketObjectv2 /,
    /^(create|create-replacement|replace|delete-replaced|delete) aws:ssm\/association:Association /,
  ],
  staging: [/^update kubernetes:apps\/v1:StatefulSet .*-db$/],
  prod: [/^update kubernetes:apps\/v1:StatefulSet .*-db$/],
};

/** Sets another image for the database in the project's copy of the example. */
function editImage(project: Project): void {
  const path = join(project.folder, COMPOSE);
  const before = readFileSync(path, "utf8");
  const after = before.replace(IMAGE, "postgres:17.7-alpine");
  expect(after).not.toBe(before);
  writeFileSync(path, after);
}

async function open(project: Project, name: string): Promise<Stack> {
  const stack = await project.stack(name);
  await stack.setConfig("towpath:secrets.db-password", { value: "canary-8c1f", secret: true }, true);
  return stack;
}

const title = "index.ts on the real engine (needs .ci/engine/build)";
describe.skipIf(builtTool("engine") === undefined)(title, () => {
  let project: Project;
  beforeEach(async () => {
    project = await openCheckout();
  });
  afterEach(() => project?.close());

  it.each(Object.entries(TOUCHED_BY_IMAGE))("takes %s from nothing to nothing", async (name, allowed) => {
    const stack = await open(project, name);
    const policyPacks = [compilePack(project)];

    expect((await stack.preview({ policyPacks })).changeSummary.create).toBeGreaterThan(10);
    const up = await stack.up({ policyPacks });
    const made = up.summary.resourceChanges?.create ?? 0;
    expect((await stack.preview({ expectNoChanges: true })).changeSummary).toEqual({ same: made });
    expect((await stack.refresh({ expectNoChanges: true })).summary.resourceChanges).toEqual({ same: made });

    editImage(project);
    const edited = (await touchedBy(onEvent => stack.up({ policyPacks, onEvent }))).map(textOf);
    expect(edited).not.toEqual([]);
    expect(edited.filter(line => !allowed.some(pattern => pattern.test(line)))).toEqual([]);

    await stack.destroy();
    expect(await inState(stack)).toEqual([]);
  });
});
