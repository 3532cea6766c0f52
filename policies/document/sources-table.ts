import { NOT_SEEN } from "../not-seen";
import type { Rule } from "../rule";

/** Which rules hold what other rule sets ask, and what no rule here looks at, with the reason. */
export function sourcesTable(rules: readonly Rule[]): string {
  const ids = [...new Set(rules.flatMap(({ sources }) => sources))].sort(byParts);
  const rows = ids.map(id => {
    const own = rules.filter(({ sources }) => sources.includes(id)).map(rule => `[${rule.id}](#${rule.id})`);
    return `| ${id} | ${own.join(", ")} |`;
  });
  const left = NOT_SEEN.map(({ asked, why }) => `| ${asked} | ${why} |`);
  return [
    "## Sources\n",
    ...["| asked by | rules |", "| --- | --- |", ...rows],
    "\nWhat no rule here looks at:\n",
    ...["| asked | why not |", "| --- | --- |", ...left],
  ].join("\n");
}

/** By letters and then by numbers, so that 9 comes before 10. */
function byParts(one: string, other: string): number {
  return one.localeCompare(other, "en", { numeric: true });
}
