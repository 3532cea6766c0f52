import type { Options, Values } from "./arguments/option";
import { parseArguments } from "./arguments/parse-arguments";
import type { Context } from "./context";
import type { ExitCode } from "./exit-code";

/** One word of the command line, ready to be run or explained. */
export interface Verb {
  readonly name: string;
  readonly summary: string;
  /** What it does, in whole sentences. */
  readonly about: string;
  /** What an operand is, e.g. `FILE`; absent when the verb takes none. */
  readonly operand?: string;
  readonly options: Options;
  readonly run: (args: readonly string[], context: Context) => Promise<ExitCode>;
}

interface Definition<T extends Options> extends Omit<Verb, "options" | "run"> {
  readonly options: T;
  readonly run: (
    values: Values<T>,
    operands: readonly string[],
    context: Context,
  ) => ExitCode | Promise<ExitCode>;
}

/** A verb from its options and what it does with their values. */
export function defineVerb<const T extends Options>(definition: Definition<T>): Verb {
  return {
    ...definition,
    run: async (args, context) => {
      const { values, operands } = parseArguments(args, definition.options, definition.operand);
      return definition.run(values, operands, context);
    },
  };
}
