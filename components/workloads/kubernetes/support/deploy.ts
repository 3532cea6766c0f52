import type { DEPLOY_KEYS } from "../../../app/spec-keys/deploy";
import { adapted, ignored, refused, same } from "../../shared/verdicts";
import type { Support } from "../../verdict";

const rollback = ignored(
  "a failed rollout leaves the old pods serving; going back is an update like any other",
);

/** Kubernetes: `services.*.deploy`. */
export const DEPLOY_SUPPORT: Readonly<Record<(typeof DEPLOY_KEYS)[number], Support>> = {
  "services.*.deploy": same("see its keys"),
  "services.*.deploy.endpoint_mode": adapted("dnsrr makes the Service headless; vip is what a Service is"),
  "services.*.deploy.labels": adapted("annotations of the Deployment, StatefulSet, DaemonSet or Job"),
  "services.*.deploy.mode": adapted("replicated: replicas; global: a DaemonSet; the job modes: a Job"),
  "services.*.deploy.placement": same("see its keys"),
  "services.*.deploy.placement.constraints": adapted(
    "node labels and platform become required node affinity",
  ),
  "services.*.deploy.placement.max_replicas_per_node": adapted("required topology spread: no node has more"),
  "services.*.deploy.placement.preferences": ignored("replicas are spread over nodes and zones anyway"),
  "services.*.deploy.placement.preferences[].spread": ignored(
    "replicas are spread over nodes and zones anyway",
  ),
  "services.*.deploy.replicas": same("replicas; left to the autoscaler where there is one"),
  "services.*.deploy.resources": same("see its keys"),
  "services.*.deploy.resources.limits": same("see its keys"),
  "services.*.deploy.resources.limits.cpus": same("limit of cpu"),
  "services.*.deploy.resources.limits.memory": same("limit of memory"),
  "services.*.deploy.resources.limits.pids": ignored(
    "the kubelet limits processes for every pod of a node alike",
  ),
  "services.*.deploy.resources.reservations": same("see its keys"),
  "services.*.deploy.resources.reservations.cpus": same("request of cpu"),
  "services.*.deploy.resources.reservations.devices": adapted(
    "GPUs by the device plugin's resource, nvidia.com/gpu or amd.com/gpu",
  ),
  "services.*.deploy.resources.reservations.devices[].capabilities": adapted("only gpu is known to clusters"),
  "services.*.deploy.resources.reservations.devices[].count": adapted("the number of GPUs; all becomes 1"),
  "services.*.deploy.resources.reservations.devices[].device_ids": adapted(
    "as many GPUs as ids; the cluster picks which",
  ),
  "services.*.deploy.resources.reservations.devices[].driver": adapted(
    "nvidia or amd: which device plugin's",
  ),
  "services.*.deploy.resources.reservations.devices[].options": ignored(
    "the device plugin takes no options per pod",
  ),
  "services.*.deploy.resources.reservations.generic_resources": refused(
    "write deploy.resources.reservations.devices",
  ),
  "services.*.deploy.resources.reservations.generic_resources[].discrete_resource_spec": refused(
    "write deploy.resources.reservations.devices",
  ),
  "services.*.deploy.resources.reservations.generic_resources[].discrete_resource_spec.kind": refused(
    "write deploy.resources.reservations.devices",
  ),
  "services.*.deploy.resources.reservations.generic_resources[].discrete_resource_spec.value": refused(
    "write deploy.resources.reservations.devices",
  ),
  "services.*.deploy.resources.reservations.memory": same("request of memory"),
  "services.*.deploy.restart_policy": same("see its keys"),
  "services.*.deploy.restart_policy.condition": adapted(
    "none or on-failure of a one-shot service: the Job's policy",
  ),
  "services.*.deploy.restart_policy.delay": ignored(
    "the kubelet waits 10 s, 20 s, 40 s and so on, at most 5 min",
  ),
  "services.*.deploy.restart_policy.max_attempts": adapted(
    "the backoffLimit of a Job; others are tried for ever",
  ),
  "services.*.deploy.restart_policy.window": ignored(
    "the kubelet forgets failures after 10 minutes without one",
  ),
  "services.*.deploy.rollback_config": rollback,
  "services.*.deploy.rollback_config.delay": rollback,
  "services.*.deploy.rollback_config.failure_action": rollback,
  "services.*.deploy.rollback_config.max_failure_ratio": rollback,
  "services.*.deploy.rollback_config.monitor": rollback,
  "services.*.deploy.rollback_config.order": rollback,
  "services.*.deploy.rollback_config.parallelism": rollback,
  "services.*.deploy.update_config": same("see its keys"),
  "services.*.deploy.update_config.delay": adapted(
    "minReadySeconds: how long a new pod must hold before the next",
  ),
  "services.*.deploy.update_config.failure_action": ignored(
    "always: stop, keep the old pods, fail the update",
  ),
  "services.*.deploy.update_config.max_failure_ratio": ignored(
    "the first pod that does not start stops the rollout",
  ),
  "services.*.deploy.update_config.monitor": adapted("minReadySeconds, when it is longer than the delay"),
  "services.*.deploy.update_config.order": adapted("start-first: maxSurge; stop-first: maxUnavailable"),
  "services.*.deploy.update_config.parallelism": adapted("how many pods maxSurge or maxUnavailable allows"),
};
