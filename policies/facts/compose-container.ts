import { isOn, isRecord, listAt, numberAt, read, textAt, textsAt } from "./read";
import type { Container, Resources } from "./workload";

const UNCONFINED = /^(seccomp|apparmor)[:=]unconfined$|^label[:=]disable$|^systempaths[:=]unconfined$/;
const NO_NEW_PRIVILEGES = /^no-new-privileges([:=]true)?$/;

/** The container of a Compose service. */
export function composeContainer(what: string, of: unknown): Container {
  const capabilities = (key: string) => textsAt(of, key).map(one => one.toUpperCase().replace(/^CAP_/, ""));
  const user = () => String(read(of, "user") ?? "").split(":")[0] ?? "";
  return {
    what,
    get image() {
      return textAt(of, "image");
    },
    get isPrivileged() {
      return isOn(of, "privileged");
    },
    get mayEscalate() {
      return !textsAt(of, "security_opt").some(option => NO_NEW_PRIVILEGES.test(option));
    },
    get dropped() {
      return capabilities("cap_drop");
    },
    get added() {
      return capabilities("cap_add");
    },
    get isConfined() {
      // Docker has a profile of its own for whoever does not switch it off.
      return !textsAt(of, "security_opt").some(option => UNCONFINED.test(option));
    },
    resources: composeResources(of),
    get mayBeRoot() {
      return ["", "0", "root"].includes(user());
    },
    get userId() {
      return /^\d+$/.test(user()) ? Number(user()) : undefined;
    },
    get hasReadOnlyRoot() {
      return isOn(of, "read_only");
    },
    get devices() {
      return listAt(of, "devices").map(one => (isRecord(one) ? (textAt(one, "source") ?? "") : String(one)));
    },
    get literals() {
      return literals(read(of, "environment"));
    },
    get isHealthChecked() {
      if (/^(no|on-failure)/.test(textAt(of, "restart") ?? "no")) return undefined;
      return read(of, "healthcheck") !== undefined && !isOn(of, "healthcheck.disable");
    },
    hasSameProbes: false,
    probedHosts: [],
  };
}

/** Docker reserves nothing, and does not limit what a container writes. */
function composeResources(of: unknown): Resources {
  return {
    get hasMemoryLimit() {
      const limit = read(of, "mem_limit") ?? read(of, "deploy.resources.limits.memory");
      return limit !== undefined && limit !== 0 && limit !== "0";
    },
    get hasCpuLimit() {
      const limit = numberAt(of, "cpus") ?? numberAt(of, "deploy.resources.limits.cpus");
      return limit !== undefined && limit > 0;
    },
    notRequested: undefined,
    hasScratchLimit: undefined,
  };
}

/** Processes that a service may start; undefined: as many as the host bears. */
export function pidsLimit(service: unknown): number | undefined {
  return numberAt(service, "pids_limit") ?? numberAt(service, "deploy.resources.limits.pids");
}

/** Variables of the map or list form; `${…}` is filled in on the host, so it is no literal. */
function literals(environment: unknown): Container["literals"] {
  const pairs = Array.isArray(environment)
    ? environment.map(one => String(one).split(/=(.*)/).slice(0, 2))
    : Object.entries(isRecord(environment) ? environment : {});
  return pairs
    .map(([name, value]) => ({ name: String(name), value: String(read({ value }, "value") ?? "") }))
    .filter(({ value }) => value !== "" && !/^\$\{[^}]*\}$/.test(value));
}
