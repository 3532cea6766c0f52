import type { Allowance } from "../../app/extension";
import { extensionOf } from "../../app/extension-of";
import type { Service } from "../../app/model/service";
import { grantedCapabilities } from "./capabilities";
import type { ModelPath } from "./model-path";
import type { Reporter, ReportKey } from "./reporter";

/** What a service may do beyond an ordinary container, after its allowances. */
export interface Privileges {
  readonly privileged: boolean;
  readonly hostNetwork: boolean;
  readonly hostPid: boolean;
  readonly hostIpc: boolean;
  /** Capabilities without `CAP_`, upper case, sorted. `ALL` only with the allowance. */
  readonly capAdd: readonly string[];
  readonly capDrop: readonly string[];
  readonly devices: NonNullable<Service["devices"]>;
  readonly deviceCgroupRules: readonly string[];
  /** `security_opt` entries that stand: everything but unconfined profiles nobody allowed. */
  readonly securityOptions: readonly string[];
}

/** Decides what a service is granted, and reports what is withheld for want of an entry in `x-towpath.allow`. */
export function privilegesOf(name: string, service: Service, reporter: Reporter): Privileges {
  const allowed = new Set<Allowance>(extensionOf(service).allow);
  const grant = (
    key: keyof Service & string,
    asked: boolean,
    what: string,
    allowance: Allowance,
  ): boolean => {
    if (!asked) return false;
    const path: ModelPath = ["services", name, key];
    const specKey = `services.*.${key}` as ReportKey;
    if (allowed.has(allowance))
      reporter.adapted(specKey, path, `granted, because x-towpath.allow has ${allowance}`);
    else reporter.withheld(specKey, path, what, allowance);
    return allowed.has(allowance);
  };
  const devices = service.devices ?? [];
  const rules = service.device_cgroup_rules ?? [];
  return {
    privileged: grant("privileged", service.privileged === true, "full power over the host", "privileged"),
    hostNetwork: grant("network_mode", service.network_mode === "host", "the host's network", "host-network"),
    hostPid: grant("pid", service.pid === "host", "the host's processes", "host-pid"),
    hostIpc: grant("ipc", service.ipc === "host", "the host's shared memory", "host-ipc"),
    ...grantedCapabilities(name, service, allowed, reporter),
    devices: grant("devices", devices.length > 0, "the host's devices", "devices") ? devices : [],
    deviceCgroupRules: grant("device_cgroup_rules", rules.length > 0, "access to devices", "devices")
      ? rules
      : [],
    securityOptions: securityOptions(name, service, allowed, reporter),
  };
}

/** Profiles switched off, and `no-new-privileges` switched off, need `unconfined`. */
function securityOptions(
  name: string,
  service: Service,
  allowed: ReadonlySet<Allowance>,
  reporter: Reporter,
): readonly string[] {
  return (service.security_opt ?? []).filter((option, index) => {
    const weaker = /[:=]unconfined$|^label[:=]disable$|^no-new-privileges[:=]false$|^systempaths/.test(
      option,
    );
    if (!weaker) return true;
    if (allowed.has("unconfined")) {
      const note = "granted, because x-towpath.allow has unconfined";
      reporter.adapted("services.*.security_opt", ["services", name, "security_opt", index], note);
      return true;
    }
    reporter.withheld(
      "services.*.security_opt",
      ["services", name, "security_opt", index],
      option,
      "unconfined",
    );
    return false;
  });
}
