import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { type Ended, towpathEach } from "../cli/towpath-process";
import { ROOT } from "./equipment";

/** The stack files in the guide to targets, each complete. */
export function documentedStacks(): readonly string[] {
  const guide = readFileSync(resolve(ROOT, "docs/targets.md"), "utf8");
  return [...guide.matchAll(/^```yaml\n(config:.*?)^```/gms)].map(([, text = ""]) => text);
}

/** Runs in one process, in which each leaves a few listeners behind. */
const AT_ONCE = 6;

/** Previews each text as a stack file of this project, as JSON. */
export async function previewsOf(stacks: readonly string[]): Promise<readonly Ended[]> {
  const folder = mkdtempSync(join(tmpdir(), "towpath-previews-"));
  try {
    cpSync(resolve(ROOT, "Pulumi.yaml"), join(folder, "Pulumi.yaml"));
    for (const shared of ["examples", "node_modules"])
      symlinkSync(resolve(ROOT, shared), join(folder, shared));
    for (const [index, text] of stacks.entries())
      writeFileSync(join(folder, `Pulumi.stack-${index}.yaml`), text);
    const commands = stacks.map((_, index) => ["preview", "--stack", `stack-${index}`, "--format", "json"]);
    const ended: Ended[] = [];
    for (let first = 0; first < commands.length; first += AT_ONCE)
      ended.push(...(await towpathEach(commands.slice(first, first + AT_ONCE), folder)));
    return ended;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
