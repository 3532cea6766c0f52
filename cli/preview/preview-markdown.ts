import type { Cost } from "../../pricing/cost";
import { groupReport } from "../report/group-report";
import { escaped, table } from "./markdown/table";
import { figure, usd } from "./money";
import type { NoCost, Preview } from "./preview";
import { type ResourceNode, resourceTree } from "./resource-tree";
import { shortType } from "./short-type";
import { summarisePolicies } from "./summarise-policies";
import { resourceName } from "./urn";

/** A preview for a pull request: the figures up front, the long lists folded. */
export function previewMarkdown(preview: Preview): string {
  const { app, stack, target, region } = preview;
  const title = `### towpath: ${escaped(app)}, stack ${stack} (${target}${region ? `, ${region}` : ""})`;
  return `${[
    title,
    summaryLine(preview),
    policySection(preview),
    reportSection(preview),
    costSection(preview.cost),
    fold(`Resources (${preview.resources.length})`, tree(resourceTree(preview.resources))),
    fold(
      `Artefacts (${preview.artefacts.length})`,
      preview.artefacts.map(({ path, kind }) => `- \`${path}\` (${kind})`).join("\n"),
    ),
  ]
    .filter(section => section !== "")
    .join("\n\n")}\n`;
}

function summaryLine({ resources, policies, cost }: Preview): string {
  const { mandatory, advisory, notEvaluated } = summarisePolicies(policies);
  const price =
    "unavailable" in cost
      ? "no cost estimate"
      : `**$${usd(cost.expectedUsd)}** a month expected, $${usd(cost.ceilingUsd)} at most`;
  const rules = `${mandatory.length} mandatory and ${advisory.length} advisory findings, ${notEvaluated} checks not evaluated`;
  return `${resources.length} resources · ${price} · ${rules}`;
}

function policySection({ policies }: Preview): string {
  const { mandatory, advisory, excepted } = summarisePolicies(policies);
  const broken = [...mandatory, ...advisory].map(({ level, rule, resource, message, fix }) => [
    level,
    rule,
    resourceName(resource),
    `${message}; ${fix}`,
  ]);
  const accepted = excepted.map(({ rule, resource, reason, until }) => [
    `excepted until ${until}`,
    rule,
    resourceName(resource),
    reason,
  ]);
  const rows = [...broken, ...accepted];
  return rows.length === 0 ? "" : `#### Policies\n\n${table(["Level", "Rule", "Resource", "Finding"], rows)}`;
}

function reportSection({ report }: Preview): string {
  const rows = groupReport(report).flatMap(({ outcome, groups }) =>
    groups.map(({ note, entries }) => [outcome, entries.map(({ path }) => path).join(", "), note]),
  );
  if (rows.length === 0) return "";
  return fold("What your Compose keys become", table(["Outcome", "Keys", "What happens"], rows));
}

function costSection(cost: Cost | NoCost): string {
  if ("unavailable" in cost) return `Cost not estimated: ${escaped(cost.unavailable)}`;
  const rows = cost.lines.map(line => [
    line.resource,
    line.what,
    `${figure(line.quantity)} ${line.unit} × ${figure(line.unitUsd)}`,
    usd(line.expectedUsd),
    usd(line.ceilingUsd),
  ]);
  const parts = [
    table(["Resource", "Charge", "Quantity × USD", "Expected", "Ceiling"], rows),
    ...cost.warnings.map(warning => `- ${escaped(warning)}`),
    ...cost.unpriced.map(({ name, why }) => `- not in these figures: ${escaped(`${name}: ${why}`)}`),
    ...cost.assumptions.map(assumption => `- taken for granted: ${escaped(assumption)}`),
  ];
  const [costs = "", ...notes] = parts;
  return fold(`Monthly cost, prices of ${cost.asOf}`, [costs, notes.join("\n")].join("\n\n").trim());
}

function tree(nodes: readonly ResourceNode[], depth = 0): string {
  return nodes
    .map(({ resource, children }) => {
      const line = `${"  ".repeat(depth)}- ${escaped(resource.name)} \`${shortType(resource.type)}\``;
      return children.length === 0 ? line : `${line}\n${tree(children, depth + 1)}`;
    })
    .join("\n");
}

function fold(summary: string, body: string): string {
  return `<details><summary>${summary}</summary>\n\n${body}\n\n</details>`;
}
