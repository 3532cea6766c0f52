import { RunError } from "@pulumi/pulumi";
import type { StackPlan } from "../../components/plan-stack";
import { RefusedByProgram } from "../refused-by-program";
import type { Registered } from "./registered";
import { type RunRequest, runProgram } from "./run-program";

// The composition root is `export =`, which is how the Pulumi engine finds it.
import program = require("../../index");

/** What the project's own program planned for a stack, and what it registered. */
export interface IndexRun {
  readonly planned: StackPlan;
  /** Sorted by URN. */
  readonly resources: readonly Registered[];
}

/**
 * Runs the project's own program for a stack.
 *
 * @throws RefusedByProgram when the program says that something given to it is wrong
 */
export async function runIndex(request: Omit<RunRequest, "program">): Promise<IndexRun> {
  const plans: StackPlan[] = [];
  try {
    const { resources } = await runProgram({
      ...request,
      program: () => program(planned => plans.push(planned)),
    });
    const [planned] = plans;
    if (planned === undefined) throw new Error("the program ended without a plan");
    return { planned, resources };
  } catch (error) {
    throw RunError.isInstance(error) ? new RefusedByProgram(error.message.trim()) : error;
  }
}
