import type { RuleContext } from "./context";
import { UnknownValue } from "./facts/read";
import type { PolicyResource } from "./subject";

export type Level = "mandatory" | "advisory";

/**
 * How a rule is taken by default. What is `outside-dev` is advisory in dev when it is mandatory elsewhere, and else
 * off there; what is `in-prod` is off elsewhere, because it costs money or stands in the way of taking a stack down.
 */
export type Severity =
  | "mandatory"
  | "mandatory-outside-dev"
  | "mandatory-in-prod"
  | "advisory"
  | "advisory-outside-dev"
  | "advisory-in-prod";

/** What people read about a rule; `docs/policies.md` is made of it. */
export interface RuleText {
  /** Kebab-case, stable: configuration and exceptions name it. */
  readonly id: string;
  readonly severity: Severity;
  /** Ids of the same rule elsewhere: CKV = Checkov, CE = CIS EKS, CD = CIS Docker, PSS, KS = kube-score, CL = compose-lint; none: the rule is towpath's own. */
  readonly sources: readonly string[];
  readonly title: string;
  readonly why: string;
  readonly fix: string;
}

/** What a rule says of one resource: `faults` is empty when it is good or none of the rule's business. */
export interface Verdict {
  readonly applies: boolean;
  readonly faults: readonly string[];
  /** Something that the rule needs is not known yet; faults found in what is known stand. */
  readonly notEvaluated: boolean;
}

export interface Rule extends RuleText {
  /** `resource`: one resource tells. `stack`: `context.stack` is needed, so it is checked when all are known. */
  readonly scope: "resource" | "stack";
  check(subject: PolicyResource, context: RuleContext): Verdict;
}

/** A rule over the facts of a resource: each is good, or has a fault that is told in a sentence. */
export interface RuleSpec<Fact> extends RuleText {
  /** Default `resource`. */
  readonly scope?: Rule["scope"];
  /** What the rule looks at in a resource; nothing: the rule does not apply to it. */
  facts(subject: PolicyResource, context: RuleContext): readonly Fact[];
  /** Undefined: good. Throws `UnknownValue` through the facts it reads. */
  fault(fact: Fact, context: RuleContext): string | undefined;
}

/** What most rules say of most resources. */
const NOT_CONCERNED: Verdict = { applies: false, faults: [], notEvaluated: false };

/** Makes a rule: unknown values become "not evaluated" fact by fact, so that one does not hide the faults of others. */
export function defineRule<Fact>({ facts, fault, scope = "resource", ...text }: RuleSpec<Fact>): Rule {
  return {
    ...text,
    scope,
    check: (subject, context) => {
      const found = known(() => facts(subject, context));
      if (found === undefined) return { applies: true, faults: [], notEvaluated: true };
      if (found.length === 0) return NOT_CONCERNED;
      const told = found.map(fact => known(() => ({ fault: fault(fact, context) })));
      return {
        applies: true,
        faults: told.flatMap(one => one?.fault ?? []),
        notEvaluated: told.includes(undefined),
      };
    },
  };
}

function known<T>(look: () => T): T | undefined {
  try {
    return look();
  } catch (error) {
    if (error instanceof UnknownValue) return undefined;
    throw error;
  }
}
