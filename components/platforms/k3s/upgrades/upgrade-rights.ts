import { CONTROLLER, CRD } from "./upgrade-names";

export interface Rule {
  readonly apiGroups: string[];
  readonly resources: string[];
  readonly verbs: string[];
  readonly resourceNames?: string[];
}

const rule = (group: string, resources: string[], verbs: string[], ...resourceNames: string[]): Rule => ({
  apiGroups: [group],
  resources,
  verbs,
  ...(resourceNames.length === 0 ? {} : { resourceNames }),
});
const READ = ["get", "list", "watch"];

/** What the controller may do in the whole cluster: see nodes, mark them, and report. */
export const CONTROLLER_CLUSTER_RULES: Rule[] = [
  rule("", ["nodes"], [...READ, "update"]),
  rule("", ["namespaces"], ["get"], "kube-system"),
  rule("", ["events"], ["get", "create", "patch", "update"]),
  // It brings the definition of Plans to its own version when it starts.
  rule("apiextensions.k8s.io", ["customresourcedefinitions"], READ),
  rule("apiextensions.k8s.io", ["customresourcedefinitions"], ["update", "patch"], CRD),
];

/** What it may do in its own namespace. There are no Secrets but those that a Plan of yours names. */
export const CONTROLLER_RULES: Rule[] = [
  rule("batch", ["jobs"], [...READ, "create", "update", "patch", "delete", "deletecollection"]),
  rule("", ["secrets"], READ),
  rule("upgrade.cattle.io", ["plans"], [...READ, "update", "patch"]),
  rule("upgrade.cattle.io", ["plans/status"], ["get", "update", "patch"]),
  rule("coordination.k8s.io", ["leases"], ["create"]),
  rule("coordination.k8s.io", ["leases"], ["get", "update"], CONTROLLER),
];

/** What a Job may do in the whole cluster: drain a node. */
export const JOBS_CLUSTER_RULES: Rule[] = [
  rule("", ["nodes"], ["get", "list", "patch"]),
  rule("", ["pods"], ["get", "list", "delete"]),
  rule("", ["pods/eviction"], ["create"]),
  rule("apps", ["daemonsets", "replicasets", "statefulsets"], ["get", "list"]),
];

/** What a Job may do in the controller's namespace: see how far the servers are. */
export const JOBS_RULES: Rule[] = [rule("upgrade.cattle.io", ["plans"], ["get"])];
