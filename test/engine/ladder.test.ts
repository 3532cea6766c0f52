import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Stack } from "@pulumi/pulumi/automation";
import { afterEach, describe, expect, it } from "vitest";
import { builtTool } from "../harness/equipment";
import { compilePack } from "./harness/policy-pack";
import { openCheckout, openCompiled, type Project } from "./harness/project";
import { textOf, touchedBy } from "./harness/touched";
import { changes, descend } from "./ladder/climb";

const COMPOSE = "examples/shop/compose.yaml";
const CANARY = "canary-8c1f20d4";
const IMAGE = "postgres:17.6-alpine";

/** Each release has a record of its own. */
const RELEASE_RECORD =
  /^(create-replacement|replace|delete-replaced) kubernetes:core\/v1:ConfigMap app-release$/;

/** A new image of the database: all that the update may touch, as patterns of `op type name`. */
const TOUCHED_BY_IMAGE: Readonly<Record<string, readonly RegExp[]>> = {
  dev: [
    /^(create-replacement|replace|delete-replaced) aws:s3\/bucketObjectv2:BucketObjectv2 /,
    /^(create-replacement|replace|delete-replaced) aws:ssm\/association:Association /,
    /^update towpath:workloads:DockerApp /,
  ],
  staging: [/^update kubernetes:apps\/v1:StatefulSet app-db-/, RELEASE_RECORD],
  prod: [/^update kubernetes:apps\/v1:StatefulSet app-db-/, RELEASE_RECORD],
};

/** Changes the project's copy of the example. */
function edit(project: Project, text: string, by: string): void {
  const path = join(project.folder, COMPOSE);
  const before = readFileSync(path, "utf8");
  expect(before).toContain(text);
  writeFileSync(path, before.replace(text, by));
}

async function open(project: Project, name: string): Promise<Stack> {
  const stack = await project.stack(name);
  await stack.setConfig("towpath:secrets.db-password", { value: CANARY, secret: true }, true);
  return stack;
}

const title = "index.ts on the real engine (needs .ci/engine/build)";
describe.skipIf(builtTool("engine") === undefined)(title, () => {
  let project: Project;
  afterEach(() => project?.close());

  it.each(Object.entries(TOUCHED_BY_IMAGE))("takes %s from nothing to nothing", async (name, allowed) => {
    // One as users run it; the others save the time of compiling it at every step.
    project = await (name === "dev" ? openCheckout() : openCompiled());
    const stack = await open(project, name);
    const policyPacks = [compilePack(project)];

    expect((await stack.preview({ policyPacks })).changeSummary.create).toBeGreaterThan(10);
    await stack.up({ policyPacks });
    expect(readFileSync(project.stateFile(name), "utf8")).not.toContain(CANARY);
    expect(changes(await stack.preview({ expectNoChanges: true }))).toEqual([]);
    expect(changes(await stack.refresh({ expectNoChanges: true }))).toEqual([]);

    edit(project, IMAGE, "postgres:17.7-alpine");
    const edited = (await touchedBy(onEvent => stack.up({ policyPacks, onEvent }))).map(textOf);
    expect(edited).not.toEqual([]);
    expect(edited.filter(line => !allowed.some(pattern => pattern.test(line)))).toEqual([]);

    await descend(project, stack);
  });

  it("refuses a stack that breaks a policy", async () => {
    project = await openCompiled();
    const stack = await open(project, "dev");
    edit(
      project,
      "      replicas: 2\n    x-towpath:\n      spot: true",
      "      replicas: 1\n    x-towpath:\n      publish: [22]\n    ports: [22:2222]",
    );
    const refused = stack.preview({ policyPacks: [compilePack(project)] });
    await expect(refused).rejects.toThrow(/\[mandatory\] +no-open-admin-port/);
  });

  it("shows every problem of the settings, and no stack trace", async () => {
    project = await openCheckout();
    const stack = await open(project, "dev");
    await stack.setConfig("towpath:volumeSizeGb", { value: "many" });
    await stack.setConfig("towpath:domains", { value: "example.com" });
    const shown = await stack.preview().then(String, String);
    expect(shown).toMatch(/^ *towpath:volumeSizeGb: .+; .+$/m);
    expect(shown).toMatch(/^ *towpath:domains: .+; .+$/m);
    expect(shown).not.toMatch(/^ +at /m);
  });
});
