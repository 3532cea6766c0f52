import { deviceRequests } from "./container";
import { listOf, texts } from "./lists";
import { textMap } from "./mappings";
import { duration, durationOrZero, size } from "./quantities";
import {
  alwaysText,
  alwaysWhole,
  decimal,
  natural,
  naturalOrZero,
  text,
  whole,
  wholeOrZero,
} from "./scalars";
import { always, shape } from "./shape";
import { cpus } from "./special";

const update = shape({
  parallelism: naturalOrZero,
  delay: duration,
  failure_action: text,
  monitor: duration,
  max_failure_ratio: decimal,
  order: text,
});

const resource = shape({
  cpus,
  memory: size,
  pids: whole,
  devices: deviceRequests,
  generic_resources: listOf(
    shape({ discrete_resource_spec: shape({ kind: alwaysText, value: alwaysWhole }) }),
  ),
});

/** `services.*.deploy`. */
export const deploy = shape({
  mode: text,
  replicas: wholeOrZero,
  labels: textMap,
  update_config: update,
  rollback_config: update,
  resources: always(shape({ limits: resource, reservations: resource })),
  restart_policy: shape({
    condition: text,
    delay: durationOrZero,
    max_attempts: naturalOrZero,
    window: durationOrZero,
  }),
  placement: always(
    shape({
      constraints: texts,
      preferences: listOf(shape({ spread: text })),
      max_replicas_per_node: natural,
    }),
  ),
  endpoint_mode: text,
});
