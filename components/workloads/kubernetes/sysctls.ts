import type { Reporter } from "../shared/reporter";
import type { Workload } from "./workload";

/** Sysctls that are a pod's own on every node. Source: Kubernetes, "Using sysctls", safe set. */
const SAFE = new Set([
  "kernel.shm_rmid_forced",
  "net.ipv4.ip_local_port_range",
  "net.ipv4.ip_local_reserved_ports",
  "net.ipv4.ip_unprivileged_port_start",
  "net.ipv4.ping_group_range",
  "net.ipv4.tcp_fin_timeout",
  "net.ipv4.tcp_keepalive_intvl",
  "net.ipv4.tcp_keepalive_probes",
  "net.ipv4.tcp_keepalive_time",
  "net.ipv4.tcp_rmem",
  "net.ipv4.tcp_syncookies",
  "net.ipv4.tcp_wmem",
]);

export interface Sysctl {
  readonly name: string;
  readonly value: string;
}

/** A pod's sysctls: the safe ones, the others where allowed, and low ports for programs that are not root. */
export function sysctlsOf(workload: Workload): readonly Sysctl[] {
  const asked = Object.entries(workload.service.sysctls ?? {})
    .filter(([name]) => SAFE.has(name) || allowsUnsafe(workload))
    .map(([name, value]) => ({ name, value: String(value) }));
  const start = "net.ipv4.ip_unprivileged_port_start";
  const lowPort = workload.ports.some(({ port }) => port < 1024) && workload.runAs.kind === "user";
  const own = lowPort && !asked.some(({ name }) => name === start) ? [{ name: start, value: "0" }] : [];
  return workload.privileges.hostNetwork ? [] : [...asked, ...own].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Whether a pod has a sysctl that "restricted" and "baseline" forbid. */
export function hasUnsafeSysctl(workload: Workload): boolean {
  return sysctlsOf(workload).some(({ name }) => !SAFE.has(name));
}

/** Says which sysctls are withheld. */
export function reportSysctls(workload: Workload, reporter: Reporter): void {
  for (const name of Object.keys(workload.service.sysctls ?? {})) {
    const path = ["services", workload.name, "sysctls", name];
    if (SAFE.has(name)) reporter.same("services.*.sysctls", path, "a safe sysctl of the pod");
    else if (allowsUnsafe(workload)) {
      const note = "set; the kubelet must allow it too (--allowed-unsafe-sysctls)";
      reporter.adapted("services.*.sysctls", path, note);
    } else reporter.withheld("services.*.sysctls", path, "not in the safe set", "unsafe-sysctls");
  }
}

function allowsUnsafe(workload: Workload): boolean {
  return workload.extension.allow.includes("unsafe-sysctls");
}
