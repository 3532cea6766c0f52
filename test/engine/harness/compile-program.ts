import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { stringify } from "yaml";
import { ROOT } from "../../harness/equipment";

const PROGRAM = "program.cjs";

/** Makes one file of the checkout's program, in a folder that resolves its packages, and a project that runs it. */
export async function compileProgram(folder: string): Promise<void> {
  await build({
    absWorkingDir: ROOT,
    entryPoints: ["index.ts"],
    outfile: join(folder, PROGRAM),
    bundle: true,
    platform: "node",
    format: "cjs",
    // Pulumi and its SDKs must be one instance.
    external: ["@pulumi/*"],
    mainFields: ["module", "main"],
    logLevel: "warning",
  });
  const runtime = { name: "nodejs", options: { typescript: false } };
  writeFileSync(join(folder, "Pulumi.yaml"), stringify({ name: "towpath", runtime, main: PROGRAM }));
}
