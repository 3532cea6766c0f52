import { z } from "zod";
import { askAws } from "../leftovers/ask-aws";
import { taggedInAccount } from "../leftovers/tagged-in-account";
import { identityOfResource, type Known, questionOf } from "./resolve-creation";
import type { StateResource } from "./state";

/** Where a stack is looked for. */
export type Search = Parameters<typeof taggedInAccount>[0];

/**
 * Asks AWS for what the given creations are found by, and for nothing when they are found otherwise. `search` is
 * called once, when something is asked.
 */
export async function askAccount(
  creations: readonly StateResource[],
  search: () => Search,
): Promise<Pick<Known, "tagged" | "answers">> {
  let place: Search | undefined;
  const where = () => {
    place ??= search();
    return place;
  };
  const identities = creations.map(identityOfResource);
  const tagged = identities.some(one => one?.kind === "tagged") ? await taggedInAccount(where()) : [];
  const answers = new Map<string, readonly string[]>();
  for (const identity of identities) {
    if (identity?.kind !== "asked") continue;
    const question = questionOf(identity);
    if (answers.has(question)) continue;
    const answer = z
      .array(z.string())
      .nullable()
      .parse(await askAws(identity.words, where()));
    answers.set(question, answer ?? []);
  }
  return { tagged, answers };
}
