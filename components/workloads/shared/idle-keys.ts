import type { App } from "../../app/model";
import type { Service } from "../../app/model/service";
import type { Reporter, ReportKey } from "./reporter";

/** A key of a service that says nothing beside the service's other keys. */
export interface IdleKey {
  readonly key: ReportKey & `services.*.${string}`;
  readonly idle: (service: Service) => boolean;
  readonly why: string;
}

const limitsCpu = ({ cpus, deploy }: Service) =>
  (cpus ?? 0) > 0 || deploy?.resources?.limits?.cpus !== undefined;
const isUnlimited = (value: number | undefined) => value !== undefined && value <= 0;

/** The same on every target. */
const IDLE_KEYS: readonly IdleKey[] = [
  {
    key: "services.*.cpu_period",
    idle: service => limitsCpu(service) || (service.cpu_quota ?? 0) <= 0,
    why: "says nothing without cpu_quota, or beside cpus",
  },
  { key: "services.*.cpu_quota", idle: limitsCpu, why: "cpus stands above it" },
  {
    key: "services.*.pids_limit",
    idle: ({ pids_limit }) => isUnlimited(pids_limit),
    why: "no container is without a limit; the default stands",
  },
  {
    key: "services.*.deploy.resources.limits.pids",
    idle: ({ deploy }) => isUnlimited(deploy?.resources?.limits?.pids),
    why: "no container is without a limit; the default stands",
  },
  {
    key: "services.*.deploy.replicas",
    idle: ({ deploy }) => deploy?.mode === "global",
    why: "a global service has one container a machine",
  },
  {
    key: "services.*.image",
    idle: ({ build }) => build !== undefined,
    why: "the image is built, and named by the registry",
  },
];

/** Reports as ignored the keys that another key of the same service leaves nothing to say. */
export function reportIdleKeys(app: App, reporter: Reporter, more: readonly IdleKey[] = []): void {
  for (const [name, service] of Object.entries(app.services)) {
    for (const { key, idle, why } of [...IDLE_KEYS, ...more]) {
      const steps = key.split(".").slice(2);
      if (!isWritten(service, steps) || !idle(service)) continue;
      reporter.ignored(key, ["services", name, ...steps], why);
    }
  }
}

/** Whether something other than null stands below a value. */
export function isWritten(value: unknown, [step, ...rest]: readonly string[]): boolean {
  if (step === undefined) return value !== undefined && value !== null;
  return typeof value === "object" && value !== null && isWritten(Reflect.get(value, step), rest);
}
