import type { PolicyResult } from "./preview";

type Of<O extends PolicyResult["outcome"]> = Extract<PolicyResult, { outcome: O }>;

export interface PolicySummary {
  readonly mandatory: readonly Of<"violated">[];
  readonly advisory: readonly Of<"violated">[];
  readonly excepted: readonly Of<"excepted">[];
  readonly notEvaluated: number;
}

/** Policy results by how they are taken. */
export function summarisePolicies(policies: readonly PolicyResult[]): PolicySummary {
  const violated = policies.filter(result => result.outcome === "violated");
  return {
    mandatory: violated.filter(({ level }) => level === "mandatory"),
    advisory: violated.filter(({ level }) => level === "advisory"),
    excepted: policies.filter(result => result.outcome === "excepted"),
    notEvaluated: policies.filter(({ outcome }) => outcome === "not-evaluated").length,
  };
}
