import type { Rule, Severity } from "./rule";
import { RULES } from "./rules";

const WHEN: Readonly<Record<Severity, string>> = {
  mandatory: "mandatory",
  "mandatory-outside-dev": "mandatory, advisory in dev",
  advisory: "advisory",
};

const INTRODUCTION = `# Policies

Every preview is judged by these rules, offline and, as a CrossGuard policy pack, in the engine:

    node policies/build.mjs
    pulumi preview --policy-pack policies

A **mandatory** rule that is broken fails the preview; an **advisory** one is told. A value that is known only
after the update makes a rule "not evaluated" on that resource, and it is counted as such. A rule that fails
itself is a mandatory finding.

What a Compose file gives up by name in \`x-towpath.allow\` is no finding: the rendered service carries it in the
label \`towpath.allow\`, the pod in an annotation of that name. Anything else needs an exception, which names
the rule and the resource, gives a reason, and ends on a day.

Sources: CKV = Checkov, CE = CIS EKS, PSS = Pod Security Standards, KS = kube-score, CL = compose-lint,
CD = CIS Docker. A rule without a source is towpath's own.

<!-- Made from policies/rules by \`npx vitest run test/policies/document.test.ts -u\`. -->
`;

/** The page that tells people about every rule: \`docs/policies.md\`. */
export function policiesPage(rules: readonly Rule[] = RULES): string {
  const rows = rules.map(({ id, title, severity }) => `| [${id}](#${id}) | ${title} | ${WHEN[severity]} |`);
  const table = ["| rule | what it asks | level |", "| --- | --- | --- |", ...rows].join("\n");
  return `${[INTRODUCTION, table, ...rules.map(section)].join("\n")}\n`;
}

function section({ id, title, why, fix, severity, sources }: Rule): string {
  const from = sources.length > 0 ? sources.join(", ") : "towpath's own";
  return `
## ${id}

${title}. ${why}

- To fix it: ${fix}.
- Level: ${WHEN[severity]}. Sources: ${from}.`;
}
