import type { Service } from "../../../app/model/service";
import type { IdleKey } from "../../shared/idle-keys";
import { resourcesOf } from "../../shared/sizes";

const fromRestart = "restart stands above it";
const restarts = ({ restart }: Service) => restart !== undefined;

/** Keys that say nothing beside others on a Docker host. */
export const IDLE_KEYS: readonly IdleKey[] = [
  {
    key: "services.*.memswap_limit",
    idle: service => !resourcesOf(service).memoryStated,
    why: "says nothing where the file does not limit memory",
  },
  {
    key: "services.*.deploy.replicas",
    idle: ({ deploy }) => deploy?.mode === "global-job",
    why: "a global job has one container on one host",
  },
  { key: "services.*.deploy.restart_policy.condition", idle: restarts, why: fromRestart },
  { key: "services.*.deploy.restart_policy.max_attempts", idle: restarts, why: fromRestart },
  {
    key: "services.*.deploy.restart_policy.max_attempts",
    idle: ({ deploy }) => deploy?.restart_policy?.condition !== "on-failure",
    why: "counted with condition: on-failure only",
  },
];
