import { spawn, spawnSync } from "node:child_process";
import { join } from "node:path";
import { builtTool, ROOT } from "../../harness/equipment";

/** The scripts that start the test cluster, stop it, and give it images and volumes. */
const EQUIPMENT = join(ROOT, ".ci/kube");

/** The folder of the cluster's programs; undefined when they are not built, or nobody here may start them. */
export const programs = process.getuid?.() === 0 ? builtTool("kube") : undefined;

/** Why the tests of this folder are skipped, as the end of a title. */
export const why =
  programs === undefined ? " (skipped: needs root, and .ci/kube/build to have been run)" : "";

/** Runs one of the scripts and gives what it printed. */
export function equipment(script: "image" | "start" | "stop" | "volume", ...words: string[]): string {
  const { status, stdout, stderr } = spawnSync(join(EQUIPMENT, script), words, { encoding: "utf8" });
  if (status !== 0) throw new Error(`.ci/kube/${script} ${words.join(" ")}: exit code ${status}: ${stderr}`);
  return stdout.trim();
}

/** What a command printed, and how it ended. */
export interface Outcome {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs kubectl, for two minutes at most. */
export function tryKubectl(words: readonly string[], input = "", seconds = 120): Promise<Outcome> {
  return tryProgram(join(programs ?? "", "kubectl"), words, { input, seconds });
}

/** Runs a shell script that calls kubectl, for ten minutes at most. */
export function tryScript(
  path: string,
  words: readonly string[],
  variables: Readonly<Record<string, string>>,
): Promise<Outcome> {
  const env = { ...process.env, ...variables, KUBECTL: join(programs ?? "", "kubectl") };
  return tryProgram("/bin/sh", [path, ...words], { seconds: 600, env });
}

function tryProgram(
  program: string,
  words: readonly string[],
  {
    input = "",
    seconds,
    env = process.env,
  }: { readonly input?: string; readonly seconds: number; readonly env?: NodeJS.ProcessEnv },
): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, words, { timeout: seconds * 1000, killSignal: "SIGKILL", env });
    const text = { out: "", err: "" };
    child.stdout.on("data", data => {
      text.out += String(data);
    });
    child.stderr.on("data", data => {
      text.err += String(data);
    });
    child.on("error", reject);
    child.on("close", code => resolve({ code, ...text }));
    child.stdin.end(input);
  });
}

/** Runs kubectl and gives its output; throws with what it said when it fails. */
export async function kubectl(words: readonly string[], input = "", seconds = 120): Promise<string> {
  const { code, out, err } = await tryKubectl(words, input, seconds);
  if (code !== 0) throw new Error(`kubectl ${words.join(" ")}: exit code ${code}: ${err}${out}`);
  return out;
}
