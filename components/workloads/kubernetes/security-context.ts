import { compact } from "../../lib/records";
import type { Fields } from "./fields";
import { storageGroup } from "./storage-group";
import { sysctlsOf } from "./sysctls";
import type { Workload } from "./workload";

/** What a program that starts as root needs to become another user, own its files and listen; Docker grants more. */
export const ROOT_CAPABILITIES = [
  "CHOWN",
  "DAC_OVERRIDE",
  "FOWNER",
  "KILL",
  "NET_BIND_SERVICE",
  "SETGID",
  "SETUID",
];

/** A pod's security context. */
export function podSecurityContext(workload: Workload): Fields {
  const { runAs, service, privileges } = workload;
  const unconfined = privileges.securityOptions.some(option => /^seccomp[:=]unconfined$/.test(option));
  const groups = (service.group_add ?? []).filter(group => /^\d+$/.test(group)).map(Number);
  const sysctls = sysctlsOf(workload);
  return compact({
    ...userOf(workload),
    runAsGroup: runAs.kind === "user" ? runAs.gid : undefined,
    fsGroup: storageGroup(workload),
    fsGroupChangePolicy: storageGroup(workload) === undefined ? undefined : "OnRootMismatch",
    supplementalGroups: groups.length > 0 ? groups : undefined,
    sysctls: sysctls.length > 0 ? sysctls : undefined,
    seccompProfile: { type: unconfined ? "Unconfined" : "RuntimeDefault" },
  });
}

function userOf({ runAs }: Workload): Fields {
  switch (runAs.kind) {
    case "user":
      return { runAsNonRoot: true, runAsUser: runAs.uid };
    case "root":
      return { runAsUser: 0 };
    case "image":
      return {};
    default:
      return runAs satisfies never;
  }
}

/** The service's container's security context. */
export function containerSecurityContext(workload: Workload): Fields {
  const { privileges, readOnlyRoot: readOnlyRootFilesystem } = workload;
  if (privileges.privileged) return { privileged: true, readOnlyRootFilesystem };
  const escalation = privileges.securityOptions.some(option => /^no-new-privileges[:=]false$/.test(option));
  const add = capabilitiesOf(workload);
  const unconfined = privileges.securityOptions.some(option => /^apparmor[:=]unconfined$/.test(option));
  return compact({
    allowPrivilegeEscalation: escalation || add.includes("SYS_ADMIN"),
    readOnlyRootFilesystem,
    capabilities: { drop: ["ALL"], ...(add.length > 0 && { add }) },
    appArmorProfile: unconfined ? { type: "Unconfined" } : undefined,
  });
}

function capabilitiesOf({ runAs, privileges: { capAdd, capDrop } }: Workload): readonly string[] {
  const own = runAs.kind === "user" || capDrop.includes("ALL") ? [] : ROOT_CAPABILITIES;
  const kept = own.filter(capability => !capDrop.includes(capability));
  return [...new Set([...kept, ...capAdd])].sort();
}
