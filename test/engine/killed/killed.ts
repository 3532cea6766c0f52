import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Stack } from "@pulumi/pulumi/automation";
import { expect } from "vitest";
import { ended } from "../harness/ended";
import type { Project } from "../harness/project";
import type { JournalEntry } from "../sim/journal";
import { callsSoFar, ENGINE_PID, type Fate, KILL, type Kill } from "../sim/kill-switch";

/** Where an engine dies: after a number of beginnings and ends of calls to its providers. */
export interface Point {
  readonly after: number;
  readonly fate: Fate;
}

/**
 * Runs an operation that is killed at a point, and waits until what it had asked for is done. Gives what happened in the
 * account meanwhile.
 */
export async function killed(
  project: Project,
  stack: Stack,
  operation: "up" | "destroy",
  { after, fate }: Point,
): Promise<readonly JournalEntry[]> {
  const before = project.journal().length;
  const kill: Kill = { at: callsSoFar(project.folder) + after, fate };
  writeFileSync(join(project.folder, KILL), JSON.stringify(kill));
  const engine = project.spawn(stack.name, [operation, "--yes", "--skip-preview"]);
  writeFileSync(join(project.folder, ENGINE_PID), String(engine.pid));
  const { signal, said } = await ended(engine);
  expect(signal, said).toBe("SIGKILL");
  while (underWay(project) > 0) await sleep(10);
  return project.journal().slice(before);
}

/** Calls that the account has not finished. */
function underWay(project: Project): number {
  return project.journal().reduce((sum, { at }) => sum + (at === "start" ? 1 : -1), 0);
}
