import type { Evaluation } from "../../policies/finding";
import type { PolicyResult } from "./preview";

/** An evaluation as one list: violations in their order, then exceptions, then what could not be judged yet. */
export function policyResults({ findings, excepted, notEvaluated }: Evaluation): PolicyResult[] {
  return [
    ...findings.map(({ rule, level, resource, message, fix, sources }) => ({
      outcome: "violated" as const,
      ...{ rule, resource, level, message, fix, sources },
    })),
    ...excepted.map(({ rule, resource, message, reason, until }) => ({
      outcome: "excepted" as const,
      ...{ rule, resource, message, reason, until },
    })),
    ...[...notEvaluated]
      .sort((a, b) => (`${a.rule}\n${a.resource}` < `${b.rule}\n${b.resource}` ? -1 : 1))
      .map(({ rule, resource }) => ({ outcome: "not-evaluated" as const, rule, resource })),
  ];
}
