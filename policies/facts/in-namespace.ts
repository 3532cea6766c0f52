import type { Stack } from "../stack";
import type { PolicyResource } from "../subject";
import { grouped } from "./grouped";
import { read } from "./read";

type ByNamespace = ReadonlyMap<unknown, readonly PolicyResource[]>;

const grouping =
  (type: string) =>
  (stack: Stack): ByNamespace =>
    grouped(stack.ofType(type), ({ props }) => read(props, "metadata.namespace"));

const networkPolicies = grouping("kubernetes:networking.k8s.io/v1:NetworkPolicy");
const disruptionBudgets = grouping("kubernetes:policy/v1:PodDisruptionBudget");

/** The network policies of a namespace. */
export function networkPoliciesIn(namespace: unknown, stack: Stack): readonly PolicyResource[] {
  return stack.derived(networkPolicies).get(namespace) ?? [];
}

export function disruptionBudgetsIn(namespace: unknown, stack: Stack): readonly PolicyResource[] {
  return stack.derived(disruptionBudgets).get(namespace) ?? [];
}
