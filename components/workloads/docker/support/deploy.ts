import type { DEPLOY_KEYS } from "../../../app/spec-keys/deploy";
import { adapted, ignored, same } from "../../shared/verdicts";
import type { Support } from "../../verdict";

const placement = ignored("there is one host to run on");
const pace = ignored("replicas are replaced one service at a time, each after its health check");
const rollback = ignored("a failed rollout always goes back to the old release at once");
const device = same("given to the container; the host needs the device's driver");
const generic = ignored("a resource of Docker Swarm nodes");
const limit = same("a limit of the container");
const reservation = same("a soft reservation of the container");
const restart = adapted("becomes the service's restart policy");

/** Docker host: `services.*.deploy`. */
export const DEPLOY_SUPPORT: Readonly<Record<(typeof DEPLOY_KEYS)[number], Support>> = {
  "services.*.deploy": same("see its keys"),
  "services.*.deploy.endpoint_mode": ignored("a choice of Docker Swarm; names resolve to every replica"),
  "services.*.deploy.labels": ignored("labels of a Swarm service; containers have labels:"),
  "services.*.deploy.mode": adapted(
    "global is one container on one host; the job modes run once per release",
  ),
  "services.*.deploy.placement": placement,
  "services.*.deploy.placement.constraints": placement,
  "services.*.deploy.placement.max_replicas_per_node": placement,
  "services.*.deploy.placement.preferences": placement,
  "services.*.deploy.placement.preferences[].spread": placement,
  "services.*.deploy.replicas": same("containers of the service"),
  "services.*.deploy.resources": same("see its keys"),
  "services.*.deploy.resources.limits": same("see its keys"),
  "services.*.deploy.resources.limits.cpus": limit,
  "services.*.deploy.resources.limits.memory": limit,
  "services.*.deploy.resources.limits.pids": limit,
  "services.*.deploy.resources.reservations": same("see its keys"),
  "services.*.deploy.resources.reservations.cpus": adapted(
    "Docker reserves no cores; without a limit, the limit is the double",
  ),
  "services.*.deploy.resources.reservations.devices": device,
  "services.*.deploy.resources.reservations.devices[].capabilities": device,
  "services.*.deploy.resources.reservations.devices[].count": device,
  "services.*.deploy.resources.reservations.devices[].device_ids": device,
  "services.*.deploy.resources.reservations.devices[].driver": device,
  "services.*.deploy.resources.reservations.devices[].options": device,
  "services.*.deploy.resources.reservations.generic_resources": generic,
  "services.*.deploy.resources.reservations.generic_resources[].discrete_resource_spec": generic,
  "services.*.deploy.resources.reservations.generic_resources[].discrete_resource_spec.kind": generic,
  "services.*.deploy.resources.reservations.generic_resources[].discrete_resource_spec.value": generic,
  "services.*.deploy.resources.reservations.memory": reservation,
  "services.*.deploy.restart_policy": same("see its keys"),
  "services.*.deploy.restart_policy.condition": restart,
  "services.*.deploy.restart_policy.delay": ignored("Docker waits longer after each failure by itself"),
  "services.*.deploy.restart_policy.max_attempts": restart,
  "services.*.deploy.restart_policy.window": ignored("Docker counts a start as good after ten seconds"),
  "services.*.deploy.rollback_config": rollback,
  "services.*.deploy.rollback_config.delay": rollback,
  "services.*.deploy.rollback_config.failure_action": rollback,
  "services.*.deploy.rollback_config.max_failure_ratio": rollback,
  "services.*.deploy.rollback_config.monitor": rollback,
  "services.*.deploy.rollback_config.order": rollback,
  "services.*.deploy.rollback_config.parallelism": rollback,
  "services.*.deploy.update_config": same("see its keys"),
  "services.*.deploy.update_config.delay": pace,
  "services.*.deploy.update_config.failure_action": rollback,
  "services.*.deploy.update_config.max_failure_ratio": rollback,
  "services.*.deploy.update_config.monitor": pace,
  "services.*.deploy.update_config.order": same(
    "start-first where no volume, port or address stands against it",
  ),
  "services.*.deploy.update_config.parallelism": pace,
};
