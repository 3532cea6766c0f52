import { z } from "zod";

/** A resource of an exported state, as far as it is looked at; everything else is kept as it is. */
export const stateResource = z.looseObject({
  urn: z.string(),
  type: z.string(),
  /** False for a component, which nothing in an account stands for. */
  custom: z.boolean().optional(),
  id: z.string().optional(),
  delete: z.boolean().optional(),
  /** Whether a destroy leaves it in the account. */
  retainOnDelete: z.boolean().optional(),
  inputs: z.record(z.string(), z.unknown()).default({}),
});
export type StateResource = z.output<typeof stateResource>;

const operation = z.looseObject({ resource: stateResource, type: z.string() });
export type Operation = z.output<typeof operation>;

/** What `pulumi stack export` writes. */
export const exportedState = z.looseObject({
  deployment: z.looseObject({
    resources: z.array(stateResource).default([]),
    pending_operations: z.array(operation).default([]),
  }),
});
export type ExportedState = z.output<typeof exportedState>;

/** Creations that were under way when the engine died, of which the state does not know how they ended. */
export function pendingCreations(state: ExportedState): readonly StateResource[] {
  return pending(state, "creating");
}

/** Updates in place that were under way when the engine died. */
export function pendingUpdates(state: ExportedState): readonly StateResource[] {
  return pending(state, "updating");
}

function pending({ deployment }: ExportedState, operation: string): readonly StateResource[] {
  return deployment.pending_operations.flatMap(({ type, resource }) => (type === operation ? resource : []));
}
