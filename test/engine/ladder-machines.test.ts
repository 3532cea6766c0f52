import { afterEach, beforeEach, describe, it } from "vitest";
import { builtTool } from "../harness/equipment";
import { openCompiled, type Project } from "./harness/project";
import { climb, openCombination } from "./ladder/climb";
import { MACHINES } from "./ladder/combinations";

const title = "combinations of options on machines, on the real engine (needs .ci/engine/build)";
describe.skipIf(builtTool("engine") === undefined)(title, () => {
  let project: Project;
  beforeEach(async () => {
    project = await openCompiled();
  });
  afterEach(() => project?.close());

  it.each(MACHINES)("takes $stack from nothing to nothing, and back in order", async combination => {
    await climb(project, await openCombination(project, combination));
  });
});
