import type { SpecKey } from "../../app/spec-keys";
import { isWritten } from "../shared/idle-keys";
import { volumeKeys } from "./classified-mount";
import { hasProbe } from "./probes";
import { isSpread } from "./topology-spread";
import type { PlanContext, Workload } from "./workload";

/** Keys of a service that say nothing for one kind of workload. */
interface IdleKeys {
  readonly keys: readonly (SpecKey & `services.*.${string}`)[];
  readonly idle: (workload: Workload, context: PlanContext) => boolean;
  readonly why: string;
}

const UPDATE = "services.*.deploy.update_config";
const RESTART = "services.*.deploy.restart_policy";
const CHECK = "services.*.healthcheck";

const IDLE_KEYS: readonly IdleKeys[] = [
  {
    keys: [
      `${CHECK}.interval`,
      `${CHECK}.retries`,
      `${CHECK}.start_interval`,
      `${CHECK}.start_period`,
      `${CHECK}.timeout`,
    ],
    idle: ({ service }) => !hasProbe(service),
    why: "the check is switched off, or has no test",
  },
  {
    keys: ["services.*.ipc"],
    idle: ({ service }) => service.ipc !== "host",
    why: "a pod has memory of its own",
  },
  {
    keys: ["services.*.pid"],
    idle: ({ service }) => service.pid !== "host",
    why: "a pod has processes of its own",
  },
  {
    keys: [RESTART],
    idle: ({ kind }) => kind !== "Job",
    why: "a pod is started again whenever it ends",
  },
  {
    keys: [`${RESTART}.max_attempts`],
    idle: ({ kind, service }) => kind === "Job" && !isRetried(service),
    why: "it is tried once, since it is not to be restarted",
  },
  {
    keys: [UPDATE],
    idle: ({ kind }) => kind !== "Deployment",
    why: "its pods are replaced one after another, and a Job's not at all",
  },
  {
    keys: [`${UPDATE}.order`, `${UPDATE}.parallelism`],
    idle: ({ kind, mounts }) => kind === "Deployment" && volumeKeys(mounts).length > 0,
    why: "all pods stop before new ones start, since they share a volume",
  },
  {
    keys: ["services.*.deploy.placement.max_replicas_per_node"],
    idle: (workload, context) => !isSpread(context, workload),
    why: "there are no replicas to spread over nodes",
  },
];

/** Reports as ignored what a service's kind of workload leaves nothing to say. */
export function reportIdleOf(context: PlanContext, workload: Workload): void {
  const { reporter } = context;
  for (const { keys, idle, why } of IDLE_KEYS) {
    if (!idle(workload, context)) continue;
    for (const key of keys) {
      const steps = key.split(".").slice(2);
      if (isWritten(workload.service, steps)) {
        reporter.ignored(key, ["services", workload.name, ...steps], why);
      }
    }
  }
}

function isRetried({ restart, deploy }: Workload["service"]): boolean {
  const policy = deploy?.restart_policy?.condition ?? restart ?? "no";
  return policy !== "no" && policy !== "none";
}
