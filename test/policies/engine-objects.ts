import { createRequire } from "node:module";

interface EngineProxy {
  readonly unknownCheckingProxy: (inputs: Record<string, unknown>) => Record<string, unknown>;
  readonly unknownStringValue: string;
}

/** The engine's own wrapper of inputs, which its type declarations leave out. */
const proxy = createRequire(__filename)("@pulumi/policy/proxy") as EngineProxy;

/** What an unknown text is before the engine wraps it. */
export const UNKNOWN_TEXT = proxy.unknownStringValue;

/** Inputs as the engine hands them to a policy: reading an unknown one throws. */
export const engineInputs = proxy.unknownCheckingProxy;
