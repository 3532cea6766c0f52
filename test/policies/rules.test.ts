import { describe, expect, it } from "vitest";
import type { PolicyConfig } from "../../policies/config";
import { evaluate } from "../../policies/evaluate";
import { RULES } from "../../policies/rules";
import { AWS } from "./cases/aws";
import { EKS } from "./cases/eks";
import { KUBERNETES } from "./cases/kubernetes";
import { WORKLOADS } from "./cases/workloads";
import { GOOD } from "./good-stack";
import type { Cases } from "./seed";

const CONFIG: PolicyConfig = {
  environment: "prod",
  requiredTags: ["owner"],
  budget: { maxMonthlyUsd: 400 },
};
const TODAY = "2026-11-23";
const CASES: Cases = { ...AWS, ...EKS, ...KUBERNETES, ...WORKLOADS };

describe("a good stack", () => {
  const { findings, notEvaluated } = evaluate(GOOD, CONFIG, TODAY);

  it("breaks no rule, advisory ones included", () => {
    expect(findings).toEqual([]);
    expect(notEvaluated).toEqual([]);
  });

  it.each(RULES.map(({ id }) => id))("has something that %s applies to", id => {
    const off = RULES.filter(rule => rule.id !== id).map(rule => [rule.id, "disabled" as const]);
    expect(evaluate(GOOD, { ...CONFIG, levels: Object.fromEntries(off) }, TODAY).evaluated).toBeGreaterThan(
      0,
    );
  });
});

describe("every rule", () => {
  it.each(RULES.map(({ id }) => id))("%s has three seeded violations or more", id => {
    expect(CASES[id]?.length ?? 0).toBeGreaterThanOrEqual(3);
  });
});

describe.each(Object.entries(CASES))("%s", (id, seeded) => {
  it.each(seeded.map(one => [one.label, one] as const))("alone catches %s", (_, { resources, config }) => {
    const { findings, notEvaluated } = evaluate(resources, { ...CONFIG, ...config }, TODAY);
    expect([...new Set(findings.map(finding => finding.rule))]).toEqual([id]);
    expect(notEvaluated).toEqual([]);
  });
});
