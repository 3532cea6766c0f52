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

/** A resource as the engine knows it. */
export interface StateResource {
  readonly urn: string;
  readonly type: string;
  /** Absent: a component. */
  readonly id?: string;
  readonly custom?: boolean;
  readonly parent?: string;
  readonly dependencies?: readonly string[];
  readonly protect?: boolean;
  /** Whether a destroy forgets it and leaves it in the account. */
  readonly retainOnDelete?: boolean;
  /** Whether it was there before, and is only read. */
  readonly external?: boolean;
}

/** Everything that a stack's state holds. */
export async function inState(stack: Stack): Promise<readonly StateResource[]> {
  const { deployment } = await stack.exportStack();
  return (deployment.resources ?? []) as readonly StateResource[];
}
