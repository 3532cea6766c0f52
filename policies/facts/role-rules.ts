import type { PolicyResource } from "../subject";
import { listAt, textsAt } from "./read";

/** One rule of a Kubernetes role. */
export interface RoleRule {
  readonly verbs: readonly string[];
  readonly resources: readonly string[];
  readonly apiGroups: readonly string[];
  /** Names that it is limited to; empty: every one. */
  readonly names: readonly string[];
}

const ROLES = [
  "kubernetes:rbac.authorization.k8s.io/v1:ClusterRole",
  "kubernetes:rbac.authorization.k8s.io/v1:Role",
];

export function roleRulesOf({ type, props }: PolicyResource): readonly RoleRule[] {
  if (!ROLES.includes(type)) return [];
  return listAt(props, "rules").map(rule => ({
    get verbs() {
      return textsAt(rule, "verbs");
    },
    get resources() {
      return textsAt(rule, "resources");
    },
    get apiGroups() {
      return textsAt(rule, "apiGroups");
    },
    get names() {
      return textsAt(rule, "resourceNames");
    },
  }));
}

/** Whether a rule gives any of the verbs on any of the resources. */
export function gives(
  { verbs, resources }: Pick<RoleRule, "verbs" | "resources">,
  asked: readonly string[],
  on: readonly string[],
): boolean {
  return resources.some(one => on.includes(one)) && verbs.some(verb => asked.includes(verb));
}

/** Verbs that change an object. */
export const CHANGING = ["create", "update", "patch", "delete", "deletecollection"];
