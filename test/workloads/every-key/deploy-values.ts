import fc from "fast-check";
import { few, sparse } from "./sparse";
import { bytes, count, duration, labels, one } from "./values";

/** An entry of `gpus` or of a reservation's `devices`. */
export const deviceRequest = (required: readonly string[]) =>
  fc
    .tuple(
      sparse(
        { capabilities: one(["gpu"]), driver: one("nvidia"), options: one({ virtualization: "false" }) },
        { required },
      ),
      one<object>({ count: 2 }, { count: "all" }, { device_ids: ["0", "3"] }, {}),
    )
    .map(([request, which]) => ({ ...request, ...which }));

const update = sparse(
  {
    parallelism: count,
    delay: duration,
    failure_action: one("pause", "continue", "rollback"),
    monitor: duration,
    max_failure_ratio: one(0.3),
    order: one("start-first", "stop-first"),
  },
  { least: 1 },
);

const resources = sparse(
  {
    limits: sparse({ cpus: one("0.7", 2), memory: bytes.map(String), pids: one(50) }, { least: 1 }),
    reservations: sparse(
      {
        cpus: one("0.15"),
        memory: one("24m"),
        devices: fc.tuple(deviceRequest(["capabilities"])),
        generic_resources: one([{ discrete_resource_spec: { kind: "ssd", value: 2 } }]),
      },
      { least: 1, most: 2 },
    ),
  },
  { least: 1 },
);

/** `services.*.deploy`. */
export const deploy = sparse(
  {
    endpoint_mode: one("dnsrr", "vip"),
    labels,
    mode: one("replicated", "global", "replicated-job", "global-job"),
    placement: sparse(
      {
        constraints: few(one("node.labels.disk==ssd", "node.platform.arch==amd64", "node.role==manager")),
        max_replicas_per_node: count,
        preferences: one([{ spread: "node.labels.zone" }]),
      },
      { least: 1 },
    ),
    replicas: count,
    resources,
    restart_policy: sparse(
      {
        condition: one("none", "on-failure", "any"),
        delay: duration,
        max_attempts: count,
        window: duration,
      },
      { least: 1, most: 4 },
    ),
    rollback_config: update,
    update_config: update,
  },
  { least: 1, most: 4 },
);
