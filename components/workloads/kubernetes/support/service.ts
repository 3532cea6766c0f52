import type { SERVICE_KEYS } from "../../../app/spec-keys/service";
import { adapted, ignored, refused, same } from "../../shared/verdicts";
import type { Support } from "../../verdict";
import { SERVICE_ISOLATION_SUPPORT } from "./service-isolation";
import { SERVICE_LIMITS_SUPPORT } from "./service-limits";

const merged = same("resolved before planning, as Compose does");
const model = refused("run the model as a service of its own and give its address in environment");
const ownership = ignored("files belong to root and the pod's fsGroup; the mode is kept");
const provider = refused("run what the provider gives as a service, or give its address in environment");
const probe = same("the startup and readiness probes");

const OWN_KEYS = {
  "services.*.annotations": same("annotations of the pods"),
  "services.*.attach": ignored("logs are read with kubectl logs"),
  "services.*.command": same("the container's args, or its command where an entrypoint is emptied"),
  "services.*.configs": same("a file mounted from a ConfigMap"),
  "services.*.configs[].gid": ownership,
  "services.*.configs[].mode": same("the file's mode"),
  "services.*.configs[].source": same("see the config"),
  "services.*.configs[].target": same("the mount's path"),
  "services.*.configs[].uid": ownership,
  "services.*.container_name": adapted("another Service of that name, so that it still resolves"),
  "services.*.depends_on": adapted(
    "an init container waits, at every start of a pod, for what Compose waits for",
  ),
  "services.*.depends_on.*.condition": same("waited for by name: DNS knows a pod once it is ready"),
  "services.*.depends_on.*.required": adapted("a service that is not there is not waited for"),
  "services.*.depends_on.*.restart": ignored("a Service keeps its address when its pods restart"),
  "services.*.dns": adapted("asked after the cluster's DNS"),
  "services.*.dns_opt": same("dnsConfig.options"),
  "services.*.dns_search": adapted("searched after the cluster's own domains"),
  "services.*.domainname": ignored("pods are named by the cluster's domain"),
  "services.*.entrypoint": same("the container's command"),
  "services.*.env_file": adapted("read where towpath runs; its variables are kept in a Secret"),
  "services.*.env_file[].format": same("read as Compose reads it"),
  "services.*.env_file[].path": same("read as Compose reads it"),
  "services.*.env_file[].required": same("read as Compose reads it"),
  "services.*.environment": same("the container's env"),
  "services.*.expose": same("a port of the service's ClusterIP Service"),
  "services.*.extends": merged,
  "services.*.extends.file": merged,
  "services.*.extends.service": merged,
  "services.*.external_links": refused("give the address of the other app's Service in environment"),
  "services.*.extra_hosts": adapted("hostAliases; a name of the Docker host itself is left out"),
  "services.*.healthcheck": adapted(
    "startup and readiness probes; also liveness when x-towpath.liveness is true",
  ),
  "services.*.healthcheck.disable": same(
    "no probes; the image's own HEALTHCHECK does not exist on a cluster",
  ),
  "services.*.healthcheck.interval": probe,
  "services.*.healthcheck.retries": probe,
  "services.*.healthcheck.start_interval": adapted("the startup probe's period, whole seconds"),
  "services.*.healthcheck.start_period": same("time that the startup probe gives, five minutes at least"),
  "services.*.healthcheck.test": same("an exec probe"),
  "services.*.healthcheck.timeout": probe,
  "services.*.hostname": adapted("the pod's host name, and another Service of that name"),
  "services.*.image": same("the container's image"),
  "services.*.init": adapted("the pod's pause process reaps orphans (shareProcessNamespace)"),
  "services.*.label_file": adapted("annotations of the pods"),
  "services.*.labels": adapted("annotations of the pods; Kubernetes labels allow less text"),
  "services.*.links": adapted("an alias is another Service; known to the whole namespace"),
  "services.*.logging": ignored("the kubelet keeps and rotates logs; shippers read them from the node"),
  "services.*.logging.driver": ignored(
    "the kubelet keeps and rotates logs; shippers read them from the node",
  ),
  "services.*.logging.options": ignored(
    "the kubelet keeps and rotates logs; shippers read them from the node",
  ),
  "services.*.mac_address": ignored("the cluster gives every pod its own"),
  "services.*.models": model,
  "services.*.models.*.endpoint_var": model,
  "services.*.models.*.model_var": model,
  "services.*.network_mode": adapted("host when x-towpath.allow says so; none denies all traffic but DNS"),
  "services.*.platform": same("a node selector by architecture"),
  "services.*.profiles": merged,
  "services.*.provider": provider,
  "services.*.provider.options": provider,
  "services.*.provider.type": provider,
  "services.*.pull_policy": adapted("imagePullPolicy; build, daily and weekly become IfNotPresent"),
  "services.*.pull_refresh_after": ignored("an image is pulled when its digest changes"),
  "services.*.restart": adapted("pods restart whenever their container ends; a one-shot service is a Job"),
  "services.*.scale": same("replicas"),
  "services.*.secrets": same("a file mounted from a Secret"),
  "services.*.secrets[].gid": ownership,
  "services.*.secrets[].mode": same("the file's mode"),
  "services.*.secrets[].source": same("see the secret"),
  "services.*.secrets[].target": same("the mount's path"),
  "services.*.secrets[].uid": ownership,
  "services.*.stdin_open": same("the container's standard input stays open"),
  "services.*.stop_grace_period": same("terminationGracePeriodSeconds"),
  "services.*.stop_signal": adapted("lifecycle.stopSignal, on clusters that know it; SIGTERM on others"),
  "services.*.tmpfs": same("an emptyDir in memory"),
  "services.*.tty": same("the container has a terminal"),
  "services.*.working_dir": same("workingDir"),
} as const;

/** Kubernetes: the keys of a service. */
export const SERVICE_SUPPORT: Readonly<Record<(typeof SERVICE_KEYS)[number], Support>> = {
  ...OWN_KEYS,
  ...SERVICE_ISOLATION_SUPPORT,
  ...SERVICE_LIMITS_SUPPORT,
};
