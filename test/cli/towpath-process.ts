import { execFile } from "node:child_process";
import { resolve } from "node:path";

export const ROOT = resolve(__dirname, "../..");

export interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command as users do, in the project's folder, with nothing of the environment but `PATH`. */
export function towpath(args: readonly string[], environment: NodeJS.ProcessEnv = {}): Promise<Ended> {
  return run([resolve(ROOT, "cli/towpath.mjs"), ...args], environment);
}

/** The same in another folder. */
export function towpathIn(
  folder: string,
  args: readonly string[],
  environment: NodeJS.ProcessEnv = {},
): Promise<Ended> {
  return run([resolve(ROOT, "cli/towpath.mjs"), ...args], environment, folder);
}

/** Runs many command lines one after the other in one process, which spares loading the SDKs for each. */
export async function towpathEach(
  commands: readonly (readonly string[])[],
  folder = ROOT,
): Promise<readonly Ended[]> {
  const program = resolve(__dirname, "run-each.mjs");
  const { stdout, stderr } = await run([program, JSON.stringify(commands)], {}, folder);
  if (stdout === "") throw new Error(stderr);
  return JSON.parse(stdout);
}

function run(args: readonly string[], environment: NodeJS.ProcessEnv, cwd = ROOT): Promise<Ended> {
  const env = { PATH: process.env.PATH, ...environment };
  return new Promise(done => {
    execFile(process.execPath, args, { cwd, env, maxBuffer: 2 ** 28 }, (error, stdout, stderr) =>
      done({ code: typeof error?.code === "number" ? error.code : 0, stdout, stderr }),
    );
  });
}
