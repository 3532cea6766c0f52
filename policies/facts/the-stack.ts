import type { Stack } from "../stack";
import type { PolicyResource } from "../subject";

/** What a fact about the whole stack is told of: the stack's own resource, or the first one where the engine leaves that out. */
export function theStack({ resources, ofType }: Stack): PolicyResource | undefined {
  return ofType("pulumi:pulumi:Stack")[0] ?? resources[0];
}
