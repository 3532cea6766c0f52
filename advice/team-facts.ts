/** What only the team knows. A fact that is not given stands at its default, and the answer says so. */
export const TEAM_FACTS = {
  people: { default: 5, least: 1, most: 100_000, what: "people who build and run the app" },
  teams: { default: 1, least: 1, most: 10_000, what: "teams that release on their own" },
  transactionsPerDay: {
    default: 10_000,
    least: 0,
    most: 1e12,
    what: "requests or orders a day that do real work",
  },
  peakRatio: { default: 2, least: 1, most: 1000, what: "how many times the average the busiest hour is" },
  availabilityPercent: { default: 99.5, least: 0, most: 100, what: "% of a month that the app must answer" },
  budgetUsd: { default: Number.POSITIVE_INFINITY, least: 0, most: 1e9, what: "USD a month at most" },
} as const;
export type TeamFact = keyof typeof TEAM_FACTS;
export type TeamFacts = Readonly<Record<TeamFact, number>>;

/** The defaults under what is given. */
export function teamFacts(given: Partial<TeamFacts>): TeamFacts {
  const fact = (key: TeamFact): number => given[key] ?? TEAM_FACTS[key].default;
  return {
    people: fact("people"),
    teams: fact("teams"),
    transactionsPerDay: fact("transactionsPerDay"),
    peakRatio: fact("peakRatio"),
    availabilityPercent: fact("availabilityPercent"),
    budgetUsd: fact("budgetUsd"),
  };
}
