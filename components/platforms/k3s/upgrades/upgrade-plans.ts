import type { UpgradeWindow } from "../../../settings/k3s";
import { AGENTS_PLAN, JOBS, NAMESPACE, SERVERS_PLAN } from "./upgrade-names";
import { UPGRADE_IMAGE } from "./upgrade-versions";

export interface UpgradePlansInput {
  /** K3s release to bring every node to. */
  readonly version: string;
  readonly servers: 1 | 3;
  /** Default: any time. */
  readonly window?: UpgradeWindow | undefined;
}

const CONTROL_PLANE = "node-role.kubernetes.io/control-plane";

/** Pods are asked to go, and budgets are kept; after ten minutes the Job fails and is tried again. */
const DRAIN = { force: true, timeout: "10m" };

/**
 * The Plans, servers before agents, one node at a time. A single server is not drained: its pods run on while K3s
 * restarts, and some have no other node to go to.
 */
export function upgradePlans({ version, servers, window }: UpgradePlansInput) {
  const shared = {
    concurrency: 1,
    version,
    serviceAccountName: JOBS,
    tolerations: [{ operator: "Exists" }],
    upgrade: { image: UPGRADE_IMAGE },
    ...(window === undefined ? {} : { window: windowOf(window) }),
  };
  return {
    servers: plan(SERVERS_PLAN, {
      ...shared,
      nodeSelector: { matchExpressions: [{ key: CONTROL_PLANE, operator: "Exists" }] },
      ...(servers === 1 ? { cordon: true } : { drain: DRAIN }),
    }),
    agents: plan(AGENTS_PLAN, {
      ...shared,
      nodeSelector: { matchExpressions: [{ key: CONTROL_PLANE, operator: "DoesNotExist" }] },
      // Waits until every server runs the version.
      prepare: { image: UPGRADE_IMAGE, args: ["prepare", SERVERS_PLAN] },
      drain: DRAIN,
    }),
  };
}

function plan<T extends object>(name: string, spec: T) {
  return { apiVersion: "upgrade.cattle.io/v1", kind: "Plan", metadata: { name, namespace: NAMESPACE }, spec };
}

function windowOf({ days, start, end, timeZone }: UpgradeWindow) {
  return { days, startTime: start, endTime: end, timeZone };
}
