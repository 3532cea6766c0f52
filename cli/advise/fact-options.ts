import { TEAM_FACTS, type TeamFact, type TeamFacts } from "../../advice/team-facts";
import { InvalidInput, type Issue } from "../../components/lib/issues";
import type { Option } from "../arguments/option";

/** What each fact is called on the command line. */
export const FACT_OPTION_NAMES = {
  people: "people",
  teams: "teams",
  transactionsPerDay: "transactions-per-day",
  peakRatio: "peak-ratio",
  availabilityPercent: "availability",
  budgetUsd: "budget",
} as const satisfies Readonly<Record<TeamFact, string>>;

function factOption(fact: TeamFact): Option & { readonly kind: "text" } {
  const { what, default: value } = TEAM_FACTS[fact];
  const fallback = Number.isFinite(value) ? value : "none";
  return {
    kind: "text",
    value: "NUMBER",
    about: `${what[0]?.toUpperCase()}${what.slice(1)}. Default: ${fallback}`,
  };
}

export const FACT_OPTIONS = {
  people: factOption("people"),
  teams: factOption("teams"),
  "transactions-per-day": factOption("transactionsPerDay"),
  "peak-ratio": factOption("peakRatio"),
  availability: factOption("availabilityPercent"),
  budget: factOption("budgetUsd"),
} as const;

/** The facts that were given, as numbers. Throws InvalidInput with every one that is none or out of range. */
export function givenFacts(values: Readonly<Record<string, unknown>>): Partial<TeamFacts> {
  const issues: Issue[] = [];
  const facts: Partial<Record<TeamFact, number>> = {};
  for (const [fact, option] of Object.entries(FACT_OPTION_NAMES) as [TeamFact, string][]) {
    const text = values[option];
    if (typeof text !== "string") continue;
    const { least, most } = TEAM_FACTS[fact];
    const number = Number(text.replaceAll("_", ""));
    if (Number.isFinite(number) && number >= least && number <= most) facts[fact] = number;
    else
      issues.push({
        path: `--${option}`,
        wrong: `${text} is no such number`,
        instead: `write ${least} to ${most}`,
      });
  }
  if (issues.length > 0) throw new InvalidInput(issues);
  return facts;
}
