import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { builtTool } from "../harness/equipment";
import { openCompiled, type Project } from "./harness/project";
import { changes, climb, openCombination } from "./ladder/climb";
import { HOST_OVER_SSH, MACHINES } from "./ladder/combinations";

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

  it("sends a host over SSH a second release by the same command", async () => {
    const stack = await openCombination(project, HOST_OVER_SSH);
    await stack.up();
    await stack.setConfig("towpath:secrets.db-password", { value: "another", secret: true }, true);
    expect(changes(await stack.up())).toEqual(["update"]);
  });
});
