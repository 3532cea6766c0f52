/** The namespace of what upgrades nodes, and nothing else. */
export const NAMESPACE = "system-upgrade";
/** Deployment, service account and roles of the controller. */
export const CONTROLLER = "system-upgrade-controller";
/** Service account and roles of its Jobs, which drain a node and wait for the servers. */
export const JOBS = "node-upgrade";
export const SERVERS_PLAN = "k3s-servers";
export const AGENTS_PLAN = "k3s-agents";
export const BOARDS_PLAN = "k3s-boards";
export const CRD = "plans.upgrade.cattle.io";
