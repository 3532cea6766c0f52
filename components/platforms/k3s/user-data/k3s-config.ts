import type { Taint } from "../../pools/capacity";
import { AGENT_TOKEN_FILE, TOKEN_FILE } from "../node-paths";
import type { Snapshots } from "./node";

export interface ServerConfig {
  /** Whether it begins the cluster; others join it. */
  readonly first: boolean;
  /** Names and addresses in the API server's certificate, beside the node's own. */
  readonly names: readonly string[];
  readonly snapshots: Snapshots;
  readonly region: string;
  readonly labels: Readonly<Record<string, string>>;
  /** Whether agents outside of the servers' network join. Only a cluster that begins so has them. */
  readonly edge: boolean;
}

/**
 * How pods on boards and on EC2 reach each other. Only boards say an external address, so nodes on EC2 go on speaking by
 * private ones. They reach a board by its external address, every 25 seconds at least, and so it learns theirs.
 * Source: K3s, "Basic Network Options" and flannel/setup.go.
 */
const TO_BOARDS = { "flannel-backend": "wireguard-native", "flannel-external-ip": true };

/** `config.yaml` of a server: embedded etcd with snapshots to S3, Secrets encrypted, and nothing bundled that is ours. */
export function serverConfig({ first, names, snapshots, region, labels, edge }: ServerConfig) {
  return {
    ...(first ? { "cluster-init": true } : {}),
    ...(edge ? TO_BOARDS : {}),
    "token-file": TOKEN_FILE,
    "agent-token-file": AGENT_TOKEN_FILE,
    "tls-san": [...names],
    "write-kubeconfig-mode": "0600",
    "secrets-encryption": true,
    disable: ["traefik", "metrics-server", "local-storage"],
    "protect-kernel-defaults": true,
    "etcd-snapshot-schedule-cron": "0 */6 * * *",
    "etcd-snapshot-retention": snapshots.kept,
    "etcd-snapshot-compress": true,
    "etcd-s3": true,
    "etcd-s3-bucket": snapshots.bucket,
    "etcd-s3-folder": "etcd",
    "etcd-s3-region": region,
    // ServiceLB answers on nodes with this label alone: those whose address stays.
    "node-label": pairs({ ...labels, "svccontroller.k3s.cattle.io/enablelb": "true" }),
  };
}

/** `config.yaml` of an agent. */
export function agentConfig(labels: Readonly<Record<string, string>>, taints: readonly Taint[]) {
  return {
    "token-file": TOKEN_FILE,
    "protect-kernel-defaults": true,
    "node-label": pairs(labels),
    "node-taint": taints.map(({ key, value, effect }) => `${key}=${value}:${effect}`),
  };
}

function pairs(labels: Readonly<Record<string, string>>): string[] {
  return Object.keys(labels)
    .sort()
    .map(key => `${key}=${labels[key]}`);
}
