import { type Known, type Outcome, resolveCreation } from "./resolve-creation";
import { type ExportedState, pendingCreations, type StateResource } from "./state";

/** What the user found out: an id to adopt, or that there is nothing. */
export type Decision = { readonly id: string } | "nothing";
/** By URN. */
export type Decisions = ReadonlyMap<string, Decision>;

export interface Recovered {
  readonly state: ExportedState;
  /** What became of each creation under way, by URN. */
  readonly outcomes: ReadonlyMap<string, Outcome>;
}

/** The state with every creation under way resolved, as far as it can be known. */
export function recoverState(known: Known, decisions: Decisions = new Map()): Recovered {
  const { state } = known;
  const pending = pendingCreations(state);
  const resolved = pending.map(creation => ({
    creation,
    outcome: decided(decisions.get(creation.urn)) ?? resolveCreation(creation, known),
  }));
  const outcomes = new Map(resolved.map(one => [one.creation.urn, unlessShared(one, resolved)]));
  const { resources, pending_operations: operations } = state.deployment;
  const added = pending.flatMap(creation => {
    const outcome = outcomes.get(creation.urn);
    return outcome?.kind === "adopted" ? [adopted(resources, creation, outcome.id)] : [];
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

function decided(decision: Decision | undefined): Outcome | undefined {
  if (decision === undefined) return undefined;
  if (decision === "nothing") return { kind: "forgotten", why: "as you say" };
  return { kind: "adopted", id: decision.id };
}

/**
 * Without outputs, so that the provider reads it as it reads what is imported. What was to take the place of something
 * that still stands is marked to be deleted: the next update removes it and replaces anew.
 */
function adopted(resources: readonly StateResource[], creation: StateResource, id: string): StateResource {
  const { outputs: _, ...rest } = creation;
  const replaces = resources.some(({ urn, delete: going }) => urn === creation.urn && going !== true);
  return { ...rest, id, ...(replaces ? { delete: true } : {}) };
}
