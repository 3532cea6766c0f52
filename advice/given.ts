import type { Facts } from "./facts";
import type { TeamFact } from "./team-facts";

/** A mark after a figure that nobody gave. */
export function given(facts: Facts, fact: TeamFact): string {
  return facts.given.has(fact) ? "" : " (taken for granted)";
}
