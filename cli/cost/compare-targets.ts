import { InvalidInput } from "../../components/lib/issues";
import { NoPriceData } from "../../pricing/estimate";
import type { Context } from "../context";
import { estimateOf } from "../preview/cost-of";
import { RefusedByProgram } from "../refused-by-program";
import { readStack, type StackRequest } from "../stack/read-stack";
import type { ComparedCost } from "./cost-report";
import { runStack } from "./run-stack";
import { usageOf } from "./usage-options";

/** What a target must be told and costs nothing: for a stack that is not on it, and says nothing of it. */
const TO_BE_TOLD: Readonly<Record<string, readonly string[]>> = {
  eks: ["eks.endpoint.public=false"],
  cluster: ["cluster.registry=registry.example.com/app"],
};

/**
 * What the stack's app would cost on each target, with the target's defaults where the stack says nothing of it. A
 * target that refuses the app has the reason in place of figures. `usage` has entries `KEY=NUMBER`, over the stack's own.
 */
export async function compareTargets(
  targets: readonly string[],
  request: StackRequest,
  usage: readonly string[],
  date: string,
  context: Context,
): Promise<readonly ComparedCost[]> {
  const compared: ComparedCost[] = [];
  for (const target of targets) {
    context.progress(`running the program for ${target}`);
    compared.push(await costOn(target, request, usage, date, context));
  }
  return compared;
}

async function costOn(
  target: string,
  request: StackRequest,
  usage: readonly string[],
  date: string,
  context: Context,
): Promise<ComparedCost> {
  try {
    const written = readStack(request).raw["towpath:target"];
    const told = written === target ? [] : (TO_BE_TOLD[target] ?? []);
    const overrides = [`target=${target}`, ...told, ...request.overrides];
    const { settings, resources } = await runStack({ ...request, overrides }, context);
    const used = usageOf(settings.usage, usage);
    const { expectedUsd, ceilingUsd, unpriced, warnings } = estimateOf(resources, settings, date, used);
    return { target, expectedUsd, ceilingUsd, unpriced: unpriced.length, warnings };
  } catch (error) {
    if (error instanceof NoPriceData) throw error;
    if (error instanceof InvalidInput || error instanceof RefusedByProgram)
      return { target, unavailable: error.message };
    throw error;
  }
}
