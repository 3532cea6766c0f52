import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { Readable } from "node:stream";
import { text } from "node:stream/consumers";

export interface Ended {
  /** Null when a signal ended it. */
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** What it said on both its outputs. */
  readonly said: string;
}

/** Waits for a program to end. */
export async function ended(child: ChildProcess): Promise<Ended> {
  const outputs = [child.stdout, child.stderr].map(stream => text(stream ?? Readable.from([])));
  const [[code, signal], ...said] = await Promise.all([once(child, "exit"), ...outputs]);
  return { code, signal, said: said.join("\n") };
}
