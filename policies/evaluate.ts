import { InvalidInput } from "../components/lib/issues";
import { configIssues, type Exception, isFor, type PolicyConfig } from "./config";
import type { RuleContext } from "./context";
import { contextOf } from "./context-of";
import type { Evaluation, Finding } from "./finding";
import { levelOf } from "./levels";
import type { Level, Rule, Verdict } from "./rule";
import { RULES } from "./rules";
import type { PolicyResource } from "./subject";

export type { Evaluation, Finding } from "./finding";

/**
 * Applies every rule to every resource. `today` is an ISO date. A rule that fails is a mandatory finding, whatever
 * its level: what could not be checked must not pass. Throws `InvalidInput` for a bad configuration.
 */
export function evaluate(
  resources: readonly PolicyResource[],
  config: PolicyConfig,
  today: string,
  rules: readonly Rule[] = RULES,
): Evaluation {
  const issues = configIssues(
    config,
    rules.map(({ id }) => id),
  );
  if (issues.length > 0) throw new InvalidInput(issues);
  const context = contextOf(resources, config, today);
  const results = rules.flatMap(rule => {
    const level = levelOf(rule, config);
    return level === "disabled" ? [] : resources.map(subject => apply(rule, level, subject, context));
  });
  const found = results.flatMap(one => one.findings).sort(inOrder);
  const excepted = found.flatMap(one => {
    const exception = exceptionFor(one, resources, config.exceptions ?? [], today);
    return exception ? [{ ...one, reason: exception.reason, until: exception.until }] : [];
  });
  return {
    findings: found.filter(
      one => !excepted.some(other => other.rule === one.rule && other.resource === one.resource),
    ),
    excepted,
    notEvaluated: results.filter(one => one.notEvaluated).map(({ rule, resource }) => ({ rule, resource })),
    evaluated: results.filter(one => one.applies && !one.notEvaluated).length,
  };
}

interface Result extends Verdict {
  readonly rule: string;
  readonly resource: string;
  readonly findings: readonly Finding[];
}

function apply(rule: Rule, level: Level, subject: PolicyResource, context: RuleContext): Result {
  const { id, fix, sources } = rule;
  const finding = (message: string, at: Level): Finding => ({
    rule: id,
    level: at,
    resource: subject.urn,
    message,
    fix,
    sources,
  });
  const about = { rule: id, resource: subject.urn };
  try {
    const verdict = rule.check(subject, context);
    return { ...about, ...verdict, findings: verdict.faults.map(fault => finding(fault, level)) };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const failed = finding(`the rule ${id} failed and so could not pass it: ${why}`, "mandatory");
    return { ...about, applies: true, faults: [], notEvaluated: false, findings: [failed] };
  }
}

/** The exception in force for a finding; one past its last day is none. */
function exceptionFor(
  { rule, resource }: Finding,
  resources: readonly PolicyResource[],
  exceptions: readonly Exception[],
  today: string,
): Exception | undefined {
  const name = resources.find(({ urn }) => urn === resource)?.name;
  return exceptions.find(one => one.rule === rule && isFor(one, { urn: resource, name }, today));
}

function inOrder(a: Finding, b: Finding): number {
  const key = ({ level, rule, resource, message }: Finding) =>
    [level === "mandatory" ? 0 : 1, rule, resource, message].join("\n");
  return key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0;
}
