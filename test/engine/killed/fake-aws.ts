import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { ROOT } from "../../harness/equipment";

/** Puts a stand-in for the AWS CLI into a folder of programs, which answers from the simulated account. */
export async function fakeAws(project: string, bin: string): Promise<void> {
  const program = join(project, "aws.cjs");
  await build({
    entryPoints: [join(ROOT, "test/engine/killed/aws-answers.ts")],
    outfile: program,
    bundle: true,
    platform: "node",
    format: "cjs",
    logLevel: "warning",
  });
  const text = `#!/bin/sh\ncd '${project}' && exec '${process.execPath}' '${program}' "$@"\n`;
  writeFileSync(join(bin, "aws"), text, { mode: 0o755 });
}
