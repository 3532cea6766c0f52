import { unlockOf } from "./helm-lock";
import { type Adopted, adoption, type Known, type Outcome, resolveCreation } from "./resolve-creation";
import { type ExportedState, pendingCreations, pendingUpdates, type StateResource } from "./state";

/** What the user found out: an id to adopt, or that there is nothing. */
export type Decision = { readonly id: string } | "nothing";
/** By URN. */
export type Decisions = ReadonlyMap<string, Decision>;

export interface Recovered {
  readonly state: ExportedState;
  /** What became of each creation under way and of each upgrade by Helm, by URN. */
  readonly outcomes: ReadonlyMap<string, Outcome>;
}

/** The state with every creation under way resolved, as far as it can be known. */
export function recoverState(known: Known, decisions: Decisions = new Map()): Recovered {
  const { state } = known;
  const pending = pendingCreations(state);
  const resolved = pending.map(creation => ({
    creation,
    outcome: decided(creation, decisions.get(creation.urn), state) ?? resolveCreation(creation, known),
  }));
  const outcomes = new Map<string, Outcome>([
    ...interruptedUpgrades(state),
    ...resolved.map(one => [one.creation.urn, unlessShared(one, resolved)] as const),
  ]);
  const { resources, pending_operations: operations } = state.deployment;
  const added = pending.flatMap(creation => {
    const outcome = outcomes.get(creation.urn);
    return outcome?.kind === "adopted" ? [adopted(resources, creation, outcome)] : [];
  });
  const left = operations.filter(
    ({ type, resource }) => type === "creating" && outcomes.get(resource.urn)?.kind === "unclear",
  );
  const deployment = {
    ...state.deployment,
    resources: [...resources, ...added],
    pending_operations: left,
  };
  return { state: { ...state, deployment }, outcomes };
}

function interruptedUpgrades(state: ExportedState): (readonly [string, Outcome])[] {
  return pendingUpdates(state).flatMap(resource => {
    const unlock = unlockOf(resource);
    return unlock === undefined ? [] : [[resource.urn, { kind: "interrupted", unlock }] as const];
  });
}

interface Resolved {
  readonly creation: StateResource;
  readonly outcome: Outcome;
}

/** Two creations cannot have made the same resource, and which of them did is not known. */
function unlessShared({ creation, outcome }: Resolved, all: readonly Resolved[]): Outcome {
  if (outcome.kind !== "adopted") return outcome;
  const { urn, type } = creation;
  const other = all.find(
    one =>
      one.creation.urn !== urn &&
      one.creation.type === type &&
      one.outcome.kind === "adopted" &&
      one.outcome.id === outcome.id,
  );
  if (other === undefined) return outcome;
  return { kind: "unclear", why: `${outcome.id} may be ${other.creation.urn} as well` };
}

function decided(
  creation: StateResource,
  decision: Decision | undefined,
  state: ExportedState,
): Outcome | undefined {
  if (decision === undefined) return undefined;
  if (decision === "nothing") return { kind: "forgotten", why: "as you say" };
  return adoption(creation, decision, state);
}

/**
 * Without outputs, so that the provider reads it as it reads what is imported. What was to take the place of something
 * that still stands is marked to be deleted: the next update removes it and replaces anew. What is to be made anew
 * has the mark of `pulumi state taint`.
 */
function adopted(
  resources: readonly StateResource[],
  creation: StateResource,
  { id, anew }: Adopted,
): StateResource {
  const { outputs: _, ...rest } = creation;
  const replaces = resources.some(({ urn, delete: going }) => urn === creation.urn && going !== true);
  return { ...rest, id, ...(anew ? { taint: true } : {}), ...(replaces ? { delete: true } : {}) };
}
