import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Stack } from "@pulumi/pulumi/automation";
import { expect } from "vitest";
import { EXIT } from "../../../cli/exit-code";
import { styleFor } from "../../../cli/terminal/style";
import { recover } from "../../../cli/verbs/recover";
import type { Project } from "../harness/project";
import type { JournalEntry } from "../sim/journal";
import { ENGINE_PID } from "../sim/kill-switch";

/** What docs/cli.md says to do after a kill, up to the update or destroy that goes on; `meanwhile` in the account. */
export async function goOn(
  project: Project,
  stack: Stack,
  meanwhile: readonly JournalEntry[],
): Promise<void> {
  await stack.cancel();
  const state = join(project.folder, "state.json");
  writeFileSync(state, JSON.stringify(await stack.exportStack()));
  const first = await recovered(project, stack, []);
  if (first.code !== EXIT.fine) {
    const words = unclearIn(first.said).flatMap(urn => decided(urn, meanwhile));
    const second = await recovered(project, stack, words);
    expect(second.code, second.said).toBe(EXIT.fine);
  }
  await stack.importStack(JSON.parse(readFileSync(join(project.folder, "recovered.json"), "utf8")));
  rmSync(join(project.folder, ENGINE_PID));
  await stack.refresh();
}

interface Recovered {
  readonly code: number;
  readonly said: string;
}

/** The command in this process, which spares starting it; with an AWS CLI that knows the simulated account. */
async function recovered(project: Project, stack: Stack, words: readonly string[]): Promise<Recovered> {
  let said = "";
  const code = await recover.run(["--stack", stack.name, "--format", "json", ...words], {
    directory: project.folder,
    environment: { PATH: `${project.bin}:${process.env.PATH}` },
    today: "2026-01-01",
    style: styleFor(false),
    write: text => {
      said += text;
    },
    progress: () => {},
  });
  return { code, said };
}

function unclearIn(said: string): string[] {
  const outcomes: { readonly urn: string; readonly kind: string; readonly why?: string }[] = JSON.parse(said);
  const unclear = outcomes.filter(({ kind }) => kind === "unclear");
  // All that the stack can be asked about: it looks like what an earlier destroy kept.
  expect(unclear.map(({ why }) => why)).toEqual(unclear.map(() => expect.stringMatching(/kept|deleted/)));
  return unclear.map(({ urn }) => urn);
}

/** What somebody finds who looks at when the things that are asked about were made. */
function decided(urn: string, meanwhile: readonly JournalEntry[]): string[] {
  const made = meanwhile.find(entry => entry.op === "create" && entry.at === "end" && entry.urn === urn);
  return made === undefined ? ["--forget", urn] : ["--adopt", `${urn}=${made.id}`];
}
