import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";

/** The checkout's own folder. */
export const ROOT = resolve(__dirname, "../..");

/** The folder that a builder of `.ci/` made, or undefined when it has not been run. */
export function builtTool(
  name:
    | "checkov"
    | "compose"
    | "compose-lint"
    | "docker"
    | "engine"
    | "iam-lint"
    | "kube"
    | "kube-score"
    | "moto"
    | "prometheus"
    | "registry"
    | "vm",
): string | undefined {
  const { status, stdout } = spawnSync(join(ROOT, ".ci", name, "build"), ["--find"], { encoding: "utf8" });
  const folder = stdout?.trim();
  return status === 0 && folder !== undefined && existsSync(folder) ? folder : undefined;
}
