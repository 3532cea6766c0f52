import { evaluate } from "../../../policies/evaluate";
import type { Mutant } from "./mutant";
import type { Failed } from "./scan";
import type { Shared } from "./shared";

/** What the rules and a scanner say of the shared things of one mutant. */
export interface Compared {
  readonly mutant: Mutant;
  /** Names of the shared things that only the rules find broken, or only the scanner. */
  readonly onlyRules: readonly string[];
  readonly onlyScanner: readonly string[];
  /** At least one of them finds something shared broken. */
  readonly isSeen: boolean;
}

/** A day on which the examples' versions are in support. */
export const TODAY = "2026-11-23";

/** Compares what the rules and a scanner say of mutants, each `alone` or `whole` as the scanner was shown it. */
export function compare(
  mutants: readonly Mutant[],
  shown: "alone" | "whole",
  failed: Failed,
  shared: readonly Shared[],
): readonly Compared[] {
  const names = (of: readonly Shared[]) => of.map(({ rules }) => rules.join(" "));
  return mutants.map(mutant => {
    const { resources } = mutant[shown];
    const { findings } = evaluate(resources, { environment: "prod" }, TODAY);
    const checks = failed.get(mutant.id) ?? new Set();
    const typeOf = new Map(resources.map(({ urn, type }) => [urn, type]));
    const byRules = ({ rules, types }: Shared) =>
      findings.some(
        ({ rule, resource }) => rules.includes(rule) && (types?.includes(typeOf.get(resource) ?? "") ?? true),
      );
    const byScanner = (one: Shared) => one.checks.some(id => checks.has(id));
    return {
      mutant,
      onlyRules: names(shared.filter(one => byRules(one) && !byScanner(one))),
      onlyScanner: names(shared.filter(one => !byRules(one) && byScanner(one))),
      isSeen: shared.some(one => byRules(one) || byScanner(one)),
    };
  });
}
