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

/** Verbs that change an object. */
export const CHANGING = ["create", "update", "patch", "delete", "deletecollection"];
