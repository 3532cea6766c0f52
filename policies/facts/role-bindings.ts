import type { PolicyResource } from "../subject";
import { listAt, textAt } from "./read";

/** Who is given which Kubernetes role. */
export interface RoleBinding {
  readonly role: string | undefined;
  /** Names of the ServiceAccounts among the subjects. */
  readonly serviceAccounts: readonly string[];
}

const BINDINGS = [
  "kubernetes:rbac.authorization.k8s.io/v1:ClusterRoleBinding",
  "kubernetes:rbac.authorization.k8s.io/v1:RoleBinding",
];

export function roleBindingsOf({ type, props }: PolicyResource): readonly RoleBinding[] {
  if (!BINDINGS.includes(type)) return [];
  return [
    {
      get role() {
        return textAt(props, "roleRef.name");
      },
      get serviceAccounts() {
        const subjects = listAt(props, "subjects").filter(one => textAt(one, "kind") === "ServiceAccount");
        return subjects.flatMap(one => textAt(one, "name") ?? []);
      },
    },
  ];
}
