import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { builtTool } from "../harness/equipment";
import { openCompiled, type Project } from "./harness/project";
import { textOf, touchedBy } from "./harness/touched";
import { OUTSIDE } from "./sim/changed-outside";

const NODE_GROUP = "aws:eks/nodeGroup:NodeGroup";
const GROUP = "aws:autoscaling/group:Group";
/** A size that no pool of the stacks has at rest. */
const SCALED = 3;

/** What an autoscaler sets on each stack's groups, and what is towpath's to set. */
const STACKS = [
  ["prod", NODE_GROUP, { scalingConfig: { desiredSize: SCALED } }, { scalingConfig: { maxSize: 77 } }],
  ["staging", GROUP, { desiredCapacity: SCALED }, { maxSize: 77 }],
] as const;

const title = "an autoscaler at work (needs .ci/engine/build)";
describe.skipIf(builtTool("engine") === undefined)(title, () => {
  let project: Project;
  beforeEach(async () => {
    project = await openCompiled();
  });
  afterEach(() => project?.close());

  it.each(STACKS)("leaves nothing to do in %s", async (name, type, scaled, meddled) => {
    const stack = await project.stack(name);
    await stack.setConfig("towpath:secrets.db-password", { value: "canary-5d2c", secret: true }, true);
    await stack.up();
    const groups = groupsIn(project, name, type);
    expect(groups.length).toBeGreaterThan(0);

    writeFileSync(join(project.folder, OUTSIDE), JSON.stringify({ [type]: scaled }));
    await stack.refresh();
    const preview = await touchedBy(onEvent => stack.preview({ onEvent }));
    expect(preview.map(textOf)).toEqual([]);
    const update = await touchedBy(onEvent => stack.up({ onEvent }));
    expect(update.map(textOf)).toEqual([]);

    // The same way a change that is not the autoscaler's to make comes to light.
    writeFileSync(join(project.folder, OUTSIDE), JSON.stringify({ [type]: meddled }));
    await stack.refresh();
    const repaired = await touchedBy(onEvent => stack.preview({ onEvent }));
    const expected = groups.map(group => `update ${type} ${group}`);
    expect(repaired.map(textOf)).toEqual(expect.arrayContaining(expected));
  });
});

/** The names of the groups of a type in the stack's state, sorted. */
function groupsIn(project: Project, stack: string, type: string): readonly string[] {
  const { checkpoint } = JSON.parse(readFileSync(project.stateFile(stack), "utf8"));
  const resources: readonly { readonly type: string; readonly urn: string }[] = checkpoint.latest.resources;
  return resources
    .filter(one => one.type === type)
    .map(({ urn }) => urn.split("::").at(-1) ?? "")
    .sort();
}
