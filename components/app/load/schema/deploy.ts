import { type Check, DICT, listOf, NUMBER, object, oneOf, orEmpty, TEXT, TEXTS, WHOLE } from "./check";
import { DEVICE_REQUEST } from "./device-request";

const UPDATE = object({
  parallelism: WHOLE,
  delay: TEXT,
  failure_action: TEXT,
  monitor: TEXT,
  max_failure_ratio: NUMBER,
  order: oneOf("start-first", "stop-first"),
});

const GENERIC = listOf(object({ discrete_resource_spec: object({ kind: TEXT, value: NUMBER }) }));

/** `services.*.deploy`. */
export const DEPLOY: Check = orEmpty(
  object({
    mode: TEXT,
    endpoint_mode: TEXT,
    replicas: WHOLE,
    labels: DICT,
    rollback_config: UPDATE,
    update_config: UPDATE,
    resources: object({
      limits: object({ cpus: NUMBER, memory: TEXT, pids: WHOLE }),
      reservations: object({
        cpus: NUMBER,
        memory: TEXT,
        generic_resources: GENERIC,
        devices: listOf(object(DEVICE_REQUEST, ["capabilities"])),
      }),
    }),
    restart_policy: object({ condition: TEXT, delay: TEXT, max_attempts: WHOLE, window: TEXT }),
    placement: object({
      constraints: TEXTS,
      preferences: listOf(object({ spread: TEXT })),
      max_replicas_per_node: WHOLE,
    }),
  }),
);
