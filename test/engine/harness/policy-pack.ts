import { execFileSync } from "node:child_process";
import { join } from "node:path";
import type { Project } from "./project";

/** Compiles the policy pack in a copy of the checkout, as the guide says, and gives its folder. */
export function compilePack({ folder }: Project): string {
  execFileSync(process.execPath, [join("policies", "build.mjs")], { cwd: folder });
  return join(folder, "policies");
}
