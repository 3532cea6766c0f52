import { parseArn } from "../leftovers/removals";
import type { Tagged } from "../leftovers/tagged";
import { type Identity, identityOf } from "./identity";
import type { ExportedState, StateResource } from "./state";

/** What becomes of a creation that the engine did not see the end of. */
export type Outcome =
  /** Is taken into the state with this id; what is not there, a refresh takes out again. */
  | { readonly kind: "adopted"; readonly id: string }
  | { readonly kind: "forgotten"; readonly why: string }
  /** Stays as it is until somebody has looked. */
  | { readonly kind: "unclear"; readonly why: string };

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
      return among(candidates(creation, identity, known), "tags");
    case "asked":
      return among(
        (answers.get(questionOf(identity)) ?? [])
          .filter(id => !hasId(state, creation.type, id))
          .map(id => `${identity.prefix}${id}`),
        "properties",
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

function among(ids: readonly string[], what: string): Outcome {
  const [id] = ids;
  if (id === undefined) return { kind: "forgotten", why: `nothing in the account has its ${what}` };
  if (ids.length === 1) return { kind: "adopted", id };
  return { kind: "unclear", why: `each of these has its ${what}: ${ids.join(", ")}` };
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
