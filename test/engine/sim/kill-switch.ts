import { appendFileSync, existsSync, readFileSync, renameSync, statSync } from "node:fs";

/** Where the process id of an engine that is to die is written down, until a next one goes on. */
export const ENGINE_PID = "engine.pid";
/** Where a test writes when the engine is to die. */
export const KILL = "kill.json";
/** A byte for each beginning and each end of a call of any provider. */
const CALLS = "calls";

/** Whether a call that the engine did not live to see the end of reached the account. */
export type Fate = "reached" | "lost";

export interface Kill {
  /** The beginning or end of a call that is the engine's last, counted from the start of the account. */
  readonly at: number;
  /** What becomes of the call when the engine dies at its beginning. */
  readonly fate: Fate;
}

/** How many beginnings and ends there have been in a project's account. */
export function callsSoFar(folder = "."): number {
  const path = `${folder}/${CALLS}`;
  return existsSync(path) ? statSync(path).size : 0;
}

/** Counts a beginning or an end, and kills the engine if it is the one that a test chose. */
export function passed(): Fate {
  appendFileSync(CALLS, ".");
  const kill = claimed();
  if (kill !== undefined) {
    // Its whole group: the program that it runs goes with it.
    process.kill(-Number(readFileSync(ENGINE_PID, "utf8")), "SIGKILL");
    return kill.fate;
  }
  return engineIsGone() ? "lost" : "reached";
}

/** The kill that is due, which one provider of several carries out. */
function claimed(): Kill | undefined {
  try {
    const kill: Kill = JSON.parse(readFileSync(KILL, "utf8"));
    if (callsSoFar() < kill.at) return undefined;
    renameSync(KILL, `${KILL}.done`);
    return kill;
  } catch {
    return undefined;
  }
}

/** Whether a call has come late: a test has seen the end of the engine and waits for no more of its calls. */
function engineIsGone(): boolean {
  if (!existsSync(ENGINE_PID)) return false;
  try {
    process.kill(Number(readFileSync(ENGINE_PID, "utf8")), 0);
    return false;
  } catch {
    return true;
  }
}
