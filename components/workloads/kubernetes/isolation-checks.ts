import type { Service } from "../../app/model/service";
import type { Reporter, ReportKey } from "../shared/reporter";
import type { Workload } from "./workload";

/** Refuses what ties two services' containers together, and isolation that a pod cannot have. */
export function checkIsolation(workload: Workload, reporter: Reporter): void {
  const { name, service, privileges } = workload;
  for (const key of ["network_mode", "ipc", "pid"] as const) refuseShared(name, service, key, reporter);
  for (const [index, group] of (service.group_add ?? []).entries()) {
    if (/^\d+$/.test(group)) continue;
    const wrong = `only the image knows which group ${group} is`;
    reporter.refuse(
      "services.*.group_add",
      ["services", name, "group_add", index],
      wrong,
      "write its number",
    );
  }
  if (privileges.devices.length > 0 && !privileges.privileged) {
    const wrong = "a pod gets a device from a device plugin, or all of them as privileged";
    const instead = "add privileged: true and privileged to x-towpath.allow, or leave the devices out";
    reporter.refuse("services.*.devices", ["services", name, "devices"], wrong, instead);
  }
  if (privileges.deviceCgroupRules.length > 0 && !privileges.privileged) {
    const wrong = "a pod has no device rules of its own";
    const instead = "add privileged: true and privileged to x-towpath.allow, or leave the rules out";
    const path = ["services", name, "device_cgroup_rules"];
    reporter.refuse("services.*.device_cgroup_rules", path, wrong, instead);
  }
  reportProfiles(workload, reporter);
}

function refuseShared(
  name: string,
  service: Service,
  key: "network_mode" | "ipc" | "pid",
  reporter: Reporter,
): void {
  const value = service[key] ?? "";
  if (!/^(service|container):/.test(value)) return;
  const reportKey: ReportKey = `services.*.${key}`;
  const instead = "give the service its own, and reach the other by name or through a volume";
  reporter.refuse(reportKey, ["services", name, key], `${value} is another pod's on a cluster`, instead);
}

/** Profiles are files on a host; pods name what their node has. */
function reportProfiles({ name, service, privileges }: Workload, reporter: Reporter): void {
  for (const [index, option] of (service.security_opt ?? []).entries()) {
    if (!privileges.securityOptions.includes(option)) continue;
    const path = ["services", name, "security_opt", index];
    reporter.adapted("services.*.security_opt", path, profileNote(option));
  }
}

function profileNote(option: string): string {
  if (/unconfined$|^no-new-privileges[:=]false$/.test(option)) {
    return "granted, because x-towpath.allow has unconfined";
  }
  if (/^no-new-privileges/.test(option)) return "allowPrivilegeEscalation is false for every container";
  if (/^(seccomp|apparmor)/.test(option))
    return "the node's default profile, which is stricter than none, stands in";
  return "left to the node's own SELinux labels";
}
