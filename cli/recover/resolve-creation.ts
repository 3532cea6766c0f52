import { parseArn } from "../leftovers/removals";
import type { Tagged } from "../leftovers/tagged";
import { unlockOf } from "./helm-lock";
import { type Identity, identityOf } from "./identity";
import type { ExportedState, StateResource } from "./state";
import { waitFor } from "./waits";

/** What becomes of a creation that the engine did not see the end of. */
export type Outcome =
  /** Is taken into the state with this id; what is not there, a refresh takes out again. */
  | Adopted
  | { readonly kind: "forgotten"; readonly why: string }
  /** An upgrade by Helm, which it goes on with once its lock is off. */
  | { readonly kind: "interrupted"; readonly unlock: string }
  /** Stays as it is until somebody has looked. */
  | { readonly kind: "unclear"; readonly why: string };

export interface Adopted {
  readonly kind: "adopted";
  readonly id: string;
  /** True when the next update makes it anew. */
  readonly anew?: boolean;
  /** What to run before the refresh: waits until it is whole. */
  readonly wait?: string;
  /** What to run before the refresh, unless a destroy follows: lets Helm install it again. */
  readonly unlock?: string;
}

/** What is known beside the creation itself. */
export interface Known {
  readonly state: ExportedState;
  /** What carries the stack's tags. */
  readonly tagged: readonly Tagged[];
  /** What the AWS CLI answers, by question. */
  readonly answers: ReadonlyMap<string, readonly string[]>;
}

/** Decides on one creation by what its inputs say and by what the account has. */
export function resolveCreation(creation: StateResource, known: Known): Outcome {
  const outcome = found(creation, known);
  return outcome.kind === "adopted" ? adoption(creation, outcome, known.state) : outcome;
}

/** An id with all that is to be done about the resource. */
export function adoption(
  creation: StateResource,
  { id, anew = false }: Pick<Adopted, "id" | "anew">,
  state: ExportedState,
): Adopted {
  const wait = waitFor(creation, id, state);
  const unlock = unlockOf(creation);
  return {
    kind: "adopted",
    id,
    ...(anew ? { anew } : {}),
    ...(wait === undefined ? {} : { wait }),
    ...(unlock === undefined ? {} : { unlock }),
  };
}

function found(creation: StateResource, known: Known): Outcome {
  const identity = identityOfResource(creation);
  const { state, answers } = known;
  switch (identity?.kind) {
    case undefined:
      return { kind: "unclear", why: "neither its inputs nor its tags tell its id" };
    case "again":
      return { kind: "forgotten", why: "the next update makes it again, which makes no second one" };
    case "named":
      return hasId(state, creation.type, identity.id)
        ? { kind: "forgotten", why: `the state has ${identity.id} already` }
        : { kind: "adopted", id: identity.id };
    case "tagged":
      return unlessKept(creation, among(candidates(creation, identity, known), "tags"));
    case "asked":
      return among(
        (answers.get(questionOf(identity)) ?? [])
          .filter(id => !hasId(state, creation.type, id))
          .map(id => `${identity.prefix}${id}`),
        "properties",
        identity.anew,
      );
    default:
      return identity satisfies never;
  }
}

/** What the AWS CLI is asked, as one text. */
export function questionOf({ words }: Extract<Identity, { kind: "asked" }>): string {
  return words.join(" ");
}

/** As `identityOf`; a component is nothing but its children, which have creations of their own. */
export function identityOfResource({ type, custom, inputs }: StateResource): Identity | undefined {
  return custom === false ? { kind: "again" } : identityOf(type, inputs);
}

function among(ids: readonly string[], what: string, anew = false): Outcome {
  const [id] = ids;
  if (id === undefined) return { kind: "forgotten", why: `nothing in the account has its ${what}` };
  if (ids.length === 1) return { kind: "adopted", id, anew };
  const why = `each of these has its ${what}, one that was deleted some time ago perhaps: ${ids.join(", ")}`;
  return { kind: "unclear", why };
}

/** What an earlier destroy kept has the tags of what was just being made. */
function unlessKept({ retainOnDelete }: StateResource, outcome: Outcome): Outcome {
  if (outcome.kind !== "adopted" || retainOnDelete !== true) return outcome;
  const why = `${outcome.id} has its tags, but an earlier destroy may have kept it: look at when it was made`;
  return { kind: "unclear", why };
}

/** Ids of the resources of a kind that have just the tags of the creation and that the state lacks. */
function candidates(
  { type, inputs }: StateResource,
  { as, prefix = "" }: Extract<Identity, { kind: "tagged" }>,
  { state, tagged }: Known,
): string[] {
  const wanted = inputs.tagsAll ?? inputs.tags;
  return tagged
    .filter(({ tags }) => sameTags(tags, wanted))
    .map(({ arn }) => parseArn(arn))
    .filter(arn => `${arn.service} ${arn.kind}` === as)
    .map(({ id }) => id)
    .filter(id => id.startsWith(prefix) && !hasId(state, type, id));
}

function hasId({ deployment }: ExportedState, type: string, id: string): boolean {
  return deployment.resources.some(one => one.type === type && one.id === id);
}

/** AWS adds tags of its own, which begin with `aws:`. */
function sameTags(tags: Tagged["tags"], wanted: unknown): boolean {
  if (typeof wanted !== "object" || wanted === null) return false;
  const own = Object.entries(tags).filter(([key]) => !key.startsWith("aws:"));
  const expected = Object.entries(wanted);
  return own.length === expected.length && expected.every(([key, value]) => tags[key] === value);
}
