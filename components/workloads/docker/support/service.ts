import type { SERVICE_KEYS } from "../../../app/spec-keys/service";
import { adapted, ignored, refused, same } from "../../shared/verdicts";
import type { Support } from "../../verdict";
import { SERVICE_ISOLATION_SUPPORT } from "./service-isolation";
import { SERVICE_LIMITS_SUPPORT } from "./service-limits";

const kept = same("kept");
const envFile = adapted(
  "read where towpath runs; its variables are kept as secrets and reach the host encrypted",
);
const merged = same("resolved before planning, as Compose does");
const model = refused("run the model as a service of its own and give its address in environment");
const owner = adapted("owner and permissions are set on the host's file");
const provider = refused("run what the provider gives as a service, or give its address in environment");

const OWN_KEYS = {
  "services.*.annotations": kept,
  "services.*.attach": ignored("nobody is attached to a rollout; logs are read on the host"),
  "services.*.command": kept,
  "services.*.configs": same("a file of the release, mounted read-only"),
  "services.*.configs[].gid": ignored("the file belongs to root; its permissions decide who reads it"),
  "services.*.configs[].mode": same("permissions of the file"),
  "services.*.configs[].source": same("see the config"),
  "services.*.configs[].target": same("the mount's path"),
  "services.*.configs[].uid": ignored("the file belongs to root; its permissions decide who reads it"),
  "services.*.container_name": adapted("a network alias, so that old and new can run side by side"),
  "services.*.depends_on": same("the order of the rollout"),
  "services.*.depends_on.*.condition": same("waited for by the rollout"),
  "services.*.depends_on.*.required": kept,
  "services.*.depends_on.*.restart": same("replaced together with what it depends on"),
  "services.*.dns": kept,
  "services.*.dns_opt": kept,
  "services.*.dns_search": kept,
  "services.*.domainname": kept,
  "services.*.entrypoint": kept,
  "services.*.env_file": envFile,
  "services.*.env_file[].format": same("read where towpath runs"),
  "services.*.env_file[].path": same("read where towpath runs"),
  "services.*.env_file[].required": same("read where towpath runs"),
  "services.*.environment": same("kept; credentials become secrets"),
  "services.*.expose": kept,
  "services.*.extends": merged,
  "services.*.extends.file": merged,
  "services.*.extends.service": merged,
  "services.*.external_links": refused("reach the other container by an address in environment"),
  "services.*.extra_hosts": kept,
  "services.*.healthcheck": same("kept, and waited for by the rollout"),
  "services.*.healthcheck.disable": kept,
  "services.*.healthcheck.interval": kept,
  "services.*.healthcheck.retries": kept,
  "services.*.healthcheck.start_interval": kept,
  "services.*.healthcheck.start_period": kept,
  "services.*.healthcheck.test": kept,
  "services.*.healthcheck.timeout": kept,
  "services.*.hostname": kept,
  "services.*.image": same("pulled by name; the rollout resolves the tag once and then runs its digest"),
  "services.*.init": kept,
  "services.*.label_file": same("its labels are among the service's labels"),
  "services.*.labels": kept,
  "services.*.links": adapted("an alias is a name of the other service on the networks they share"),
  "services.*.logging": same("kept; json-file and local rotate at 10 MB, five files"),
  "services.*.logging.driver": kept,
  "services.*.logging.options": kept,
  "services.*.mac_address": kept,
  "services.*.models": model,
  "services.*.models.*.endpoint_var": model,
  "services.*.models.*.model_var": model,
  "services.*.network_mode": same("kept; host needs host-network in x-towpath.allow"),
  "services.*.platform": same("kept; the host runs its own architecture"),
  "services.*.profiles": same("the service is here because one of its profiles is active"),
  "services.*.provider": provider,
  "services.*.provider.options": provider,
  "services.*.provider.type": provider,
  "services.*.pull_policy": adapted(
    "always resolves the tag anew at each rollout, the others keep its digest",
  ),
  "services.*.pull_refresh_after": ignored("the rollout resolves a tag when its name changes"),
  "services.*.restart": kept,
  "services.*.scale": same("containers of the service"),
  "services.*.secrets": adapted("a tmpfs file of the host, mounted read-only"),
  "services.*.secrets[].gid": owner,
  "services.*.secrets[].mode": owner,
  "services.*.secrets[].source": same("see the secret"),
  "services.*.secrets[].target": same("the mount's path"),
  "services.*.secrets[].uid": owner,
  "services.*.stdin_open": kept,
  "services.*.stop_grace_period": kept,
  "services.*.stop_signal": kept,
  "services.*.tmpfs": kept,
  "services.*.tty": kept,
  "services.*.working_dir": kept,
} as const;

/** Docker host: the keys of a service. */
export const SERVICE_SUPPORT: Readonly<Record<(typeof SERVICE_KEYS)[number], Support>> = {
  ...OWN_KEYS,
  ...SERVICE_LIMITS_SUPPORT,
  ...SERVICE_ISOLATION_SUPPORT,
};
