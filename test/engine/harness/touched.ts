import type { EngineEvent, Stack } from "@pulumi/pulumi/automation";

/** A resource that an operation did something to. */
export interface Touched {
  readonly op: string;
  readonly type: string;
  readonly name: string;
}

/** Runs an operation and gives what it did, sorted; what stayed the same is left out. */
export async function touchedBy(
  operation: (onEvent: (event: EngineEvent) => void) => Promise<unknown>,
): Promise<readonly Touched[]> {
  const touched: Touched[] = [];
  await operation(event => {
    const metadata = event.resourcePreEvent?.metadata;
    if (metadata === undefined || metadata.op === "same" || metadata.op === "read") return;
    touched.push({ op: metadata.op, type: metadata.type, name: metadata.urn.split("::").at(-1) ?? "" });
  });
  return touched.sort((a, b) => (textOf(a) < textOf(b) ? -1 : 1));
}

/** As a line of a test's expectation. */
export function textOf({ op, type, name }: Touched): string {
  return `${op} ${type} ${name}`;
}

/** The URNs of all that the stack's state holds. */
export async function inState(stack: Stack): Promise<readonly string[]> {
  const { deployment } = await stack.exportStack();
  const resources: readonly { readonly urn: string }[] = deployment.resources ?? [];
  return resources.map(({ urn }) => urn);
}
