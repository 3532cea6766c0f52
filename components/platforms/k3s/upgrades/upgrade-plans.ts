import { EDGE_LABEL } from "../../../lib/edge";
import type { UpgradeWindow } from "../../../settings/k3s";
import { AGENTS_PLAN, BOARDS_PLAN, JOBS, NAMESPACE, SERVERS_PLAN } from "./upgrade-names";
import { UPGRADE_IMAGE } from "./upgrade-versions";

export interface UpgradePlansInput {
  /** K3s release to bring every node to. */
  readonly version: string;
  readonly servers: 1 | 3;
  /** Default: any time. */
  readonly window?: UpgradeWindow | undefined;
  /** Whether there are boards outside AWS among the nodes. */
  readonly boards: boolean;
}

const CONTROL_PLANE = "node-role.kubernetes.io/control-plane";

/** Pods are asked to go, and budgets are kept; after ten minutes the Job fails and is tried again. */
const DRAIN = { force: true, timeout: "10m" };

/**
 * The Plans, servers before agents, one node at a time. A single server is not drained: its pods run on while K3s
 * restarts, and some have no other node to go to. So it is with boards; they have a Plan of their own, since one that
 * is out of reach would hold up whatever comes after it.
 */
export function upgradePlans({ version, servers, window, boards }: UpgradePlansInput) {
  const shared = {
    concurrency: 1,
    version,
    serviceAccountName: JOBS,
    tolerations: [{ operator: "Exists" }],
    upgrade: { image: UPGRADE_IMAGE },
    ...(window === undefined ? {} : { window: windowOf(window) }),
  };
  // Waits until every server runs the version.
  const prepare = { image: UPGRADE_IMAGE, args: ["prepare", SERVERS_PLAN] };
  const agents = (drain: object, ...board: object[]) => ({
    ...{ ...shared, prepare, ...drain },
    nodeSelector: { matchExpressions: [{ key: CONTROL_PLANE, operator: "DoesNotExist" }, ...board] },
  });
  const board = (operator: "Exists" | "DoesNotExist") => ({ key: EDGE_LABEL, operator });
  return {
    servers: plan(SERVERS_PLAN, {
      ...shared,
      nodeSelector: { matchExpressions: [{ key: CONTROL_PLANE, operator: "Exists" }] },
      ...(servers === 1 ? { cordon: true } : { drain: DRAIN }),
    }),
    agents: plan(AGENTS_PLAN, agents({ drain: DRAIN }, ...(boards ? [board("DoesNotExist")] : []))),
    ...(boards ? { boards: plan(BOARDS_PLAN, agents({}, board("Exists"))) } : {}),
  };
}

function plan<T extends object>(name: string, spec: T) {
  return { apiVersion: "upgrade.cattle.io/v1", kind: "Plan", metadata: { name, namespace: NAMESPACE }, spec };
}

function windowOf({ days, start, end, timeZone }: UpgradeWindow) {
  return { days, startTime: start, endTime: end, timeZone };
}
