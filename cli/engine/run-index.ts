import { RunError } from "@pulumi/pulumi";
import { RefusedByProgram } from "../refused-by-program";
import type { Registered } from "./registered";
import { type RunRequest, runProgram } from "./run-program";

// The composition root is `export =`, which is how the Pulumi engine finds it.
import program = require("../../index");

/**
 * What the project's own program registers for a stack.
 *
 * @throws RefusedByProgram when the program says that something given to it is wrong
 */
export async function runIndex(request: Omit<RunRequest, "program">): Promise<readonly Registered[]> {
  try {
    return (await runProgram({ ...request, program })).resources;
  } catch (error) {
    throw RunError.isInstance(error) ? new RefusedByProgram(error.message.trim()) : error;
  }
}
