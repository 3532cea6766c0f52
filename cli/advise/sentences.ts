import type { Advice } from "../../advice/advice";
import { PATH_NAMES } from "../../advice/paths";

/** What the answer falls short of, as a sentence; undefined when every demand is met. */
export function conflictText({ conflict }: Advice): string | undefined {
  if (conflict === undefined) return undefined;
  const rules = conflict.rules.map(number => `rule ${number}`).join(" and ");
  return `The other rules lead to ${PATH_NAMES[conflict.wanted]}, which ${rules} rules out: one of them must give way.`;
}

/** Where the sums come from. */
export function costText({ region, pricesAsOf, unpriced }: Advice): string {
  const left = unpriced.length === 0 ? "" : `, without what has no figure there (${unpriced.join("; ")})`;
  return `sums are of the smallest stack of each path that carries the app, in ${region} at prices of ${pricesAsOf}${left}; towpath cost prices a stack line by line`;
}
