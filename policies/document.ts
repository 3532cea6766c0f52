import { INTRODUCTION } from "./document/introduction";
import { ruleSection } from "./document/rule-section";
import { sourcesTable } from "./document/sources-table";
import { WHEN } from "./document/when";
import type { Rule } from "./rule";
import { RULES } from "./rules";

/** The page that tells people about every rule: `docs/policies.md`. */
export function policiesPage(rules: readonly Rule[] = RULES): string {
  const rows = rules.map(({ id, title, severity }) => `| [${id}](#${id}) | ${title} | ${WHEN[severity]} |`);
  const table = ["| rule | what it asks | level |", "| --- | --- | --- |", ...rows].join("\n");
  return `${[INTRODUCTION, "## Rules\n", table, "", sourcesTable(rules), ...rules.map(ruleSection)].join("\n")}\n`;
}
