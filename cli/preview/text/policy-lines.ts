import type { Style } from "../../terminal/style";
import { paragraph } from "../../terminal/wrap";
import type { PolicyResult, Preview } from "../preview";
import { summarisePolicies } from "../summarise-policies";
import { resourceName } from "../urn";

/** Policy findings, the binding ones first; what no rule could judge is counted. */
export function policyLines({ policies }: Preview, style: Style): string[] {
  const { mandatory, advisory, excepted, notEvaluated } = summarisePolicies(policies);
  const none = mandatory.length + advisory.length === 0;
  return [
    style.bold("Policies"),
    ...(none ? ["  No rule is broken."] : []),
    ...violations("mandatory", mandatory, style.red),
    ...violations("advisory", advisory, style.yellow),
    ...(excepted.length > 0 ? [`  ${excepted.length} excepted`] : []),
    ...excepted.flatMap(({ rule, resource, reason, until }) =>
      paragraph(`${rule} on ${resourceName(resource)} until ${until}: ${reason}`, 4, "• "),
    ),
    ...(notEvaluated === 0 ? [] : notEvaluatedLines(notEvaluated, style)),
  ];
}

function notEvaluatedLines(count: number, style: Style): string[] {
  const checks = count === 1 ? "1 check" : `${count} checks`;
  return paragraph(`${checks} not evaluated: a value is known only after the update`, 2).map(style.dim);
}

function violations(
  level: string,
  all: readonly Extract<PolicyResult, { outcome: "violated" }>[],
  colour: (text: string) => string,
): string[] {
  if (all.length === 0) return [];
  return [
    `  ${colour(`${all.length} ${level}`)}`,
    ...all.flatMap(({ rule, resource, message, fix }) => [
      ...paragraph(`${rule} on ${resourceName(resource)}: ${message}`, 4, "• "),
      ...paragraph(fix, 6),
    ]),
  ];
}
