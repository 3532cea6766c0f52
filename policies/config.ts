import type { Issue } from "../components/lib/issues";
import { nearest } from "../components/lib/nearest";
import type { Usage } from "../pricing/usage";
import { type Budget, ENVIRONMENTS, type Environment } from "./context";
import type { Level } from "./rule";

/** How the rules are taken in a stack. */
export interface PolicyConfig {
  readonly environment: Environment;
  /** Levels by rule id, over the defaults of the environment. */
  readonly levels?: Readonly<Record<string, Level | "disabled">>;
  readonly exceptions?: readonly Exception[];
  /** AWS region of the prices. Default us-east-1. */
  readonly region?: string;
  /** What the estimate takes for granted of use. Default: as in docs/cost.md. */
  readonly usage?: Partial<Usage>;
  readonly budget?: Budget;
  /** Tag keys that every taggable AWS resource must carry. Default: none. */
  readonly requiredTags?: readonly string[];
  /** Registries, with a path or without, that images may come from. Default: from anywhere. */
  readonly allowedRegistries?: readonly string[];
}

/** One rule not applied to one resource, with a reason, for a time. */
export interface Exception {
  readonly rule: string;
  /** The resource's name or URN. */
  readonly resource: string;
  readonly reason: string;
  /** Last day on which it holds, ISO date. */
  readonly until: string;
}

/** Whether an exception is for a resource, and its last day not past. `today` is an ISO date. */
export function isFor(
  { resource, until }: Pick<Exception, "resource" | "until">,
  { urn, name }: { readonly urn: string; readonly name: string | undefined },
  today: string,
): boolean {
  return (resource === urn || resource === name) && today <= until;
}

/** Where a stack's config holds all of it but the environment. */
const PLACE = "towpath:policies";

/** Everything wrong with a configuration: a mistyped rule must not weaken anything in silence. */
export function configIssues(config: PolicyConfig, ruleIds: readonly string[]): Issue[] {
  const { environment, levels = {}, exceptions = [] } = config;
  const unknownRule = (path: string, id: string): Issue[] => {
    if (ruleIds.includes(id)) return [];
    const guess = nearest(id, ruleIds);
    return [
      { path, wrong: `there is no rule ${id}`, instead: guess ? `write ${guess}` : "see docs/policies.md" },
    ];
  };
  const known: readonly string[] = ENVIRONMENTS;
  const bad = known.includes(environment)
    ? []
    : [
        {
          path: "towpath:environment",
          wrong: `${environment} is none`,
          instead: `write ${known.join(", ")}`,
        },
      ];
  return [
    ...bad,
    ...Object.keys(levels).flatMap(id => unknownRule(`${PLACE}.levels.${id}`, id)),
    ...exceptions.flatMap((one, index) => [
      ...unknownRule(`${PLACE}.exceptions[${index}].rule`, one.rule),
      ...exceptionIssues(one, `${PLACE}.exceptions[${index}]`),
    ]),
  ];
}

function exceptionIssues({ reason, until }: Exception, path: string): Issue[] {
  const dated = /^\d{4}-\d{2}-\d{2}$/.test(until) && !Number.isNaN(Date.parse(until));
  return [
    ...(reason.trim() === ""
      ? [{ path: `${path}.reason`, wrong: "no reason is given", instead: "say why it is safe here" }]
      : []),
    ...(dated
      ? []
      : [{ path: `${path}.until`, wrong: `${until} is no date`, instead: "write for example 2027-01-31" }]),
  ];
}
