import type { Stack } from "@pulumi/pulumi/automation";
import { afterAll, beforeAll, describe, it } from "vitest";
import { builtTool } from "../../harness/equipment";
import { openCompiled, type Project } from "../harness/project";
import { cycle, givenUp } from "./cycle";
import { fakeAws } from "./fake-aws";
import { cyclesOf, pointsOf } from "./points";
import type { KilledStack } from "./stacks";

/** How often it is killed. */
interface Kills {
  /** In an update, which then goes on, and in a destroy. */
  readonly cycles: number;
  /** In an update that is then given up for a destroy. */
  readonly givenUp: number;
}

/** Kills the engine at random points of updates and destroys of a stack of the shop. */
export function killedAtRandom(killed: KilledStack, seed: number, kills: Kills): void {
  const { name, settings, calls } = killed;
  const count = 2 * kills.cycles + kills.givenUp;
  const title = `the engine of ${name} killed at ${count} random points, seed ${seed} (needs .ci/engine/build)`;
  describe.skipIf(builtTool("engine") === undefined)(title, () => {
    let project: Project;
    let stack: Stack;
    beforeAll(async () => {
      project = await openCompiled();
      await fakeAws(project.folder, project.bin);
      stack = await project.stack(name);
      await stack.setConfig("towpath:secrets.db-password", { value: "canary", secret: true }, true);
      for (const [key, value] of Object.entries(settings)) await stack.setConfig(`towpath:${key}`, { value });
    });
    afterAll(() => project?.close());

    it.each(pointsOf(seed + 1, kills.givenUp, calls))(
      "leaves nothing when an update is given up after call $after ($fate)",
      async point => {
        await givenUp(project, stack, point);
      },
    );

    it.each(cyclesOf(seed, kills.cycles, calls))(
      "goes on after call $up.after of an update ($up.fate) and $destroy.after of a destroy ($destroy.fate)",
      async points => {
        await cycle(project, stack, points);
      },
    );
  });
}
