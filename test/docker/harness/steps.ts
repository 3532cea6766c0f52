import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { DockerWorld } from "./docker-world";
import { apply, type Outcome } from "./host";
import type { Release } from "./release";

/** A command of the script, by its line. */
export interface Step {
  readonly line: string;
  readonly command: string;
}

const TRACE = { BASH_ENV: join(__dirname, "steps.sh") };

/** Commands that may change something; between two of them a kill finds the host the same. */
const CHANGES =
  /^(mkdir|chmod|chown|mv|rm|rmdir|cp|ln|install|up|retire|place|flock|seal|docker (stop|rm|network create))\b|>>? ?"\$/;

/** What only calls the commands above, and is the same step as its caller. */
const WRAPPERS = /^(docker|sleep|compose|up|log)\(\) \{$/;

/** Rolls a release out, and lists the steps on the way, each once and in order. */
export function stepsOf(world: DockerWorld, release: Release, secrets?: string): readonly Step[] {
  const { bundle } = release;
  return tracedSteps(world, bundle, CHANGES, env => apply(world, release, env, secrets));
}

/** Runs a command of the script of a bundle, and lists its steps of a kind, each once and in order. */
export function tracedSteps(
  world: DockerWorld,
  bundle: string,
  changes: RegExp,
  run: (env: Readonly<Record<string, string>>) => Outcome,
): readonly Step[] {
  const file = join(world.folder, "steps");
  if (existsSync(file)) rmSync(file);
  const { status, log } = run({ ...TRACE, STEPS_LOG: file });
  if (status !== 0) throw new Error(log);
  const owners = functionOfLine(readFileSync(join(bundle, "towpath-rollout"), "utf8"));
  const traced = readFileSync(file, "utf8")
    .trim()
    .split("\n")
    .map((text): Step => ({ line: text.split("\t")[0] ?? "", command: text.split("\t")[1] ?? "" }))
    .filter(({ line, command }) => changes.test(command) && !WRAPPERS.test(owners.get(line) ?? ""));
  return [...new Map(traced.map(step => [step.line, step])).values()];
}

/** Kills the rollout by signal 9 right before a step, or while that runs. */
export function killedAt(
  world: DockerWorld,
  release: Release,
  step: Step,
  secrets?: string,
  when: "before" | "during" = "before",
): Outcome {
  return apply(world, release, killing(step, when), secrets);
}

/** What kills a command of the script by signal 9 at a step. */
export function killing(step: Step, when: "before" | "during" = "before"): Readonly<Record<string, string>> {
  return { ...TRACE, STEPS_KILL: step.line, STEPS_WHEN: when };
}

/** By line, the head of the function that it is in; a head itself counts as its caller's line, which comes first. */
function functionOfLine(script: string): ReadonlyMap<string, string> {
  const owners = new Map<string, string>();
  let owner = "";
  for (const [index, text] of script.split("\n").entries()) {
    if (/^\w+\(\) \{$/.test(text)) owner = text;
    owners.set(String(index + 1), owner);
    if (text === "}") owner = "";
  }
  return owners;
}
