import type { Rule } from "../rule";
import { WHEN } from "./when";

/** One rule of the page. */
export function ruleSection({ id, title, why, fix, severity, sources }: Rule): string {
  const from = sources.length > 0 ? sources.join(", ") : "towpath's own";
  return `
## ${id}

${title}. ${why}

- To fix it: ${fix}.
- Level: ${WHEN[severity]}. Sources: ${from}.`;
}
