import type { PlannedManifest } from "./kubernetes-plan";
import { appLabels } from "./labels";
import type { PlanContext } from "./workload";

/** Kubernetes' own roles that a team is given in its namespace: neither may change roles, quotas or the namespace. */
export const TEAM_ROLES = ["edit", "view"] as const;

/** Lets the groups of `towpath:team` see or change what is in the app's namespace, and nothing outside of it. */
export function teamBindings({ app, namespace, facts }: PlanContext): readonly PlannedManifest[] {
  return TEAM_ROLES.flatMap(role => {
    const groups = facts.team?.[role] ?? [];
    if (groups.length === 0) return [];
    const name = `team-${role}`;
    const manifest = {
      apiVersion: "rbac.authorization.k8s.io/v1",
      kind: "RoleBinding",
      metadata: { name, namespace, labels: appLabels(app.name) },
      roleRef: { apiGroup: "rbac.authorization.k8s.io", kind: "ClusterRole", name: role },
      subjects: [...groups]
        .sort()
        .map(group => ({ apiGroup: "rbac.authorization.k8s.io", kind: "Group", name: group })),
    };
    return [{ key: `${name}-binding`, manifest }];
  });
}
