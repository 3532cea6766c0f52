import type { Stack } from "@pulumi/pulumi/automation";
import { afterAll, beforeAll, describe, it } from "vitest";
import { builtTool } from "../../harness/equipment";
import { openCompiled, type Project } from "../harness/project";
import { cycle } from "./cycle";
import { fakeAws } from "./fake-aws";
import { cyclesOf } from "./points";

/** Calls of providers in an update of the stack, and as many in a destroy; it may have some more. */
const CALLS = 80;

/** Kills the engine at two random points a cycle, in an update and in a destroy of a Docker host of the shop. */
export function killedAtRandom(seed: number, count: number): void {
  const title = `the engine killed at ${2 * count} random points, seed ${seed} (needs .ci/engine/build)`;
  describe.skipIf(builtTool("engine") === undefined)(title, () => {
    let project: Project;
    let stack: Stack;
    beforeAll(async () => {
      project = await openCompiled();
      await fakeAws(project.folder, project.bin);
      stack = await project.stack("dev");
      await stack.setConfig("towpath:secrets.db-password", { value: "canary", secret: true }, true);
    });
    afterAll(() => project?.close());

    it.each(cyclesOf(seed, count, CALLS))(
      "goes on after call $up.after of an update ($up.fate) and $destroy.after of a destroy ($destroy.fate)",
      async points => {
        await cycle(project, stack, points);
      },
    );
  });
}
