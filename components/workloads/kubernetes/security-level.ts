import { hasRootHook } from "./pre-start-containers";
import type { Workload } from "./workload";

/** The Pod Security Standards, strictest first. */
export const SECURITY_LEVELS = ["restricted", "baseline", "privileged"] as const;
export type SecurityLevel = (typeof SECURITY_LEVELS)[number];

/** Capabilities that "baseline" lets a container add. Source: Pod Security Standards. */
const BASELINE_CAPABILITIES = new Set([
  "AUDIT_WRITE",
  "CHOWN",
  "DAC_OVERRIDE",
  "FOWNER",
  "FSETID",
  "KILL",
  "MKNOD",
  "NET_BIND_SERVICE",
  "SETFCAP",
  "SETGID",
  "SETPCAP",
  "SETUID",
  "SYS_CHROOT",
]);

/** The strictest standard that a service's pods meet, and why it is not "restricted". */
export interface LevelNeeded {
  readonly level: SecurityLevel;
  readonly why: string;
}

/** Decides it from what the service was granted. */
export function levelNeeded(workload: Workload, unsafeSysctls: boolean): LevelNeeded {
  const { privileges, runAs } = workload;
  const beyond = [
    privileges.privileged && "privileged",
    privileges.hostNetwork && "the host's network",
    privileges.hostPid && "the host's processes",
    privileges.hostIpc && "the host's shared memory",
    privileges.capAdd.some(one => !BASELINE_CAPABILITIES.has(one)) && privileges.capAdd.join(", "),
    workload.mounts.some(mount => usesHostPath(workload, mount.is)) && "a path of the host",
    privileges.securityOptions.some(option => option.endsWith("unconfined")) && "an unconfined profile",
    unsafeSysctls && "an unsafe sysctl",
  ].filter(reason => reason !== false);
  if (beyond.length > 0) return { level: "privileged", why: beyond.join(", ") };
  if (runAs.kind !== "user") return { level: "baseline", why: "may run as root" };
  if (hasRootHook(workload)) return { level: "baseline", why: "a hook runs as root" };
  const extra = privileges.capAdd.filter(one => one !== "NET_BIND_SERVICE");
  if (extra.length > 0) return { level: "baseline", why: extra.join(", ") };
  return { level: "restricted", why: "" };
}

/** Whether a mount of the host's file system stands: only with `x-towpath.allow: [host-paths]`. */
export function usesHostPath(workload: Workload, is: Workload["mounts"][number]["is"]): boolean {
  return is.kind === "host-path" && workload.extension.allow.includes("host-paths");
}

/** The weaker of two. */
export function weaker(a: SecurityLevel, b: SecurityLevel): SecurityLevel {
  return SECURITY_LEVELS.indexOf(a) > SECURITY_LEVELS.indexOf(b) ? a : b;
}
