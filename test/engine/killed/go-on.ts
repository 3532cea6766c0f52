import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Stack } from "@pulumi/pulumi/automation";
import { expect } from "vitest";
import { EXIT } from "../../../cli/exit-code";
import { styleFor } from "../../../cli/terminal/style";
import { recover } from "../../../cli/verbs/recover";
import type { Project } from "../harness/project";

/** What docs/cli.md says to do after a kill, up to the update or destroy that goes on. */
export async function goOn(project: Project, stack: Stack): Promise<void> {
  await stack.cancel();
  const state = join(project.folder, "state.json");
  writeFileSync(state, JSON.stringify(await stack.exportStack()));
  expect(await recovered(project, stack)).toBe(EXIT.fine);
  await stack.importStack(JSON.parse(readFileSync(join(project.folder, "recovered.json"), "utf8")));
  await stack.refresh();
}

/** The command in this process, which spares starting it; with an AWS CLI that knows the simulated account. */
async function recovered(project: Project, stack: Stack): Promise<number> {
  let shown = "";
  const code = await recover.run(["--stack", stack.name], {
    directory: project.folder,
    environment: { PATH: `${project.bin}:${process.env.PATH}` },
    today: "2026-01-01",
    style: styleFor(false),
    write: text => {
      shown += text;
    },
    progress: () => {},
  });
  if (code !== EXIT.fine) throw new Error(shown);
  return code;
}
