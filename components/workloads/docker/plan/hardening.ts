import type { Service } from "../../../app/model/service";
import { ALLOW_MARK } from "../../../lib/allow-mark";
import type { ReportKey } from "../../shared/reporter";
import type { ServiceContext } from "./context";

/** What official images need to prepare their files and drop to their own user. */
const ORDINARY_CAPABILITIES = [
  "CHOWN",
  "DAC_OVERRIDE",
  "FOWNER",
  "KILL",
  "NET_BIND_SERVICE",
  "SETGID",
  "SETUID",
];

/** How far a container is kept apart from its host: as little power as its file and allowances leave it. */
export function planHardening(context: ServiceContext): Readonly<Record<string, unknown>> {
  const { service, privileges, extension } = context;
  const { allow } = extension;
  return {
    ...(allow.length > 0 && { labels: { ...service.labels, [ALLOW_MARK]: [...allow].sort().join(",") } }),
    ...(privileges.privileged ? { privileged: true } : confined(context)),
    ...namespace(context, "pid", privileges.hostPid),
    ...namespace(context, "ipc", privileges.hostIpc),
    ...hostOnly(context, "uts"),
    ...hostOnly(context, "cgroup"),
    ...(privileges.devices.length > 0 && { devices: privileges.devices }),
    ...(privileges.deviceCgroupRules.length > 0 && { device_cgroup_rules: privileges.deviceCgroupRules }),
    ...(service.use_api_socket === true && context.extension.allow.includes("docker-socket")
      ? { use_api_socket: true }
      : {}),
  };
}

function confined(context: ServiceContext): Readonly<Record<string, unknown>> {
  const { capAdd, capDrop, securityOptions } = context.privileges;
  const ordinary = capDrop.includes("ALL")
    ? []
    : ORDINARY_CAPABILITIES.filter(name => !capDrop.includes(name));
  const added = [...new Set([...ordinary, ...capAdd])].sort();
  const options = securityOptions.filter(option => profileIsOnHost(context, option));
  const keepsPrivileges = options.some(option => option.startsWith("no-new-privileges"));
  return {
    cap_drop: ["ALL"],
    ...(added.length > 0 && { cap_add: added }),
    security_opt: keepsPrivileges ? options : ["no-new-privileges:true", ...options],
  };
}

function profileIsOnHost({ name, service, reporter }: ServiceContext, option: string): boolean {
  if (!/^seccomp[:=](?!unconfined$|builtin$)/.test(option)) return true;
  const path = ["services", name, "security_opt", (service.security_opt ?? []).indexOf(option)];
  const instead = "remove it: Docker's own profile applies";
  reporter.refuse("services.*.security_opt", path, "the profile's file is not on the host", instead);
  return false;
}

/** `pid` and `ipc`: the host's namespace only when allowed, another service's as written. */
function namespace({ service }: ServiceContext, key: "pid" | "ipc", granted: boolean) {
  const value = service[key];
  return value === undefined || (value === "host" && !granted) ? {} : { [key]: value };
}

/** `uts` and `cgroup`, whose one other value is the host's. */
function hostOnly(context: ServiceContext, key: "uts" | "cgroup"): Partial<Pick<Service, "uts" | "cgroup">> {
  const { name, service, extension, reporter } = context;
  if (service[key] !== "host") return {};
  const specKey: ReportKey = `services.*.${key}`;
  if (extension.allow.includes("privileged")) {
    reporter.adapted(specKey, ["services", name, key], "granted, because x-towpath.allow has privileged");
    return { [key]: "host" };
  }
  reporter.withheld(specKey, ["services", name, key], `the host's ${key} namespace`, "privileged");
  return {};
}
