import { statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { withModulePack } from "../engine/module-pack/with-module-pack";
import type { IndexRun } from "../engine/run-index";
import type { StackConfig } from "../stack/read-stack";

/** The name of the bundle that the command line is started from, in a folder of the cache. */
const BUNDLE = "cli.cjs";

/** What the stack's program plans and registers. Pulumi and its SDKs are loaded here and nowhere before. */
export async function registeredBy(config: StackConfig): Promise<IndexRun> {
  const run = async () => {
    const { deferUnused } = await import("../engine/defer-unused.js");
    deferUnused();
    const { runIndex } = await import("../engine/run-index.js");
    return runIndex(config);
  };
  const made = basename(__filename) === BUNDLE ? installation() : undefined;
  if (made === undefined) return run();
  const target = String(config.raw["towpath:target"]).replace(/\W/g, "");
  return withModulePack(join(dirname(__filename), `${target}-${process.version}.pack`), made, run);
}

/** Node and the packages that are installed; undefined when npm did not install them. */
function installation(): string | undefined {
  const modules = dirname(dirname(dirname(require.resolve("@pulumi/pulumi/package.json"))));
  const lock = statSync(join(modules, ".package-lock.json"), { throwIfNoEntry: false });
  if (lock === undefined) return undefined;
  return [process.version, process.arch, process.versions.v8, modules, lock.mtimeMs, lock.size].join(" ");
}
