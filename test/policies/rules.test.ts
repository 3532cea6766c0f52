import { describe, expect, it } from "vitest";
import type { PolicyConfig } from "../../policies/config";
import { evaluate } from "../../policies/evaluate";
import { RULES } from "../../policies/rules";
import { ACCESS } from "./cases/access";
import { AWS } from "./cases/aws";
import { BUDGET } from "./cases/budget";
import { EKS } from "./cases/eks";
import { HOSTS } from "./cases/hosts";
import { KUBERNETES } from "./cases/kubernetes";
import { LOAD_BALANCERS } from "./cases/load-balancers";
import { REPLICAS } from "./cases/replicas";
import { STORAGE } from "./cases/storage";
import { WORKLOADS } from "./cases/workloads";
import { GOOD } from "./good-stack";
import type { Cases } from "./seed";

const CONFIG: PolicyConfig = {
  environment: "prod",
  requiredTags: ["owner"],
  allowedRegistries: ["registry.example.com", "registry.example.com:5000", "docker.io"],
  budget: { maxMonthlyUsd: 600, maxIncreasePercent: 20, previousMonthlyUsd: 600 },
};
const TODAY = "2026-11-23";
const CASES: Cases = {
  ...ACCESS,
  ...AWS,
  ...BUDGET,
  ...EKS,
  ...HOSTS,
  ...KUBERNETES,
  ...LOAD_BALANCERS,
  ...REPLICAS,
  ...STORAGE,
  ...WORKLOADS,
};

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
