import type { App } from "../../app/model";
import type { Service } from "../../app/model/service";
import type { Reporter } from "./reporter";

/** What a pre_start hook may say of its container, by the specification; its networks are its service's. */
const HOOK_KEYS = [
  "command",
  "entrypoint",
  "environment",
  "image",
  "networks",
  "per_replica",
  "privileged",
  "user",
  "working_dir",
  // The loader has folded these into the service's environment and labels, but not into the hook's.
  "env_file",
  "label_file",
  "labels",
];

/** Refuses what the reference loader reads before the specification's schema knows it: no table has a row for it. */
export function refuseUnknownKeys(app: App, reporter: Reporter): void {
  for (const name of Object.keys(app.jobs ?? {})) {
    const instead = `write a service with restart: "no", and start it from a scheduler of your own`;
    reporter.refuse("services", ["jobs", name], "jobs are not run on any target", instead);
  }
  for (const [name, service] of Object.entries(app.services)) {
    const { umask, networks } = service;
    refuseUnknownInHooks(name, service, reporter);
    if (umask !== undefined) {
      const instead = "call umask in the container's command, or in its image";
      reporter.refuse("services", ["services", name, "umask"], "no target sets it", instead);
    }
    for (const [network, attachment] of Object.entries(networks ?? {})) {
      if (attachment?.use_service_name_alias === undefined) continue;
      const path = ["services", name, "networks", network, "use_service_name_alias"];
      reporter.refuse(
        "services.*.networks",
        path,
        "a service is always found by its name",
        "remove the key; aliases: gives more names",
      );
    }
  }
}

/** The loader lays the service's keys under each pre_start hook; those that differ are the hook's own. */
function refuseUnknownInHooks(name: string, service: Service, reporter: Reporter): void {
  const inherited: Readonly<Record<string, unknown>> = { ...service, volumes: undefined };
  for (const [index, hook] of (service.pre_start ?? []).entries()) {
    for (const [key, value] of Object.entries(hook)) {
      if (HOOK_KEYS.includes(key) || JSON.stringify(value) === JSON.stringify(inherited[key])) continue;
      const path = ["services", name, "pre_start", index, key];
      reporter.refuse(
        "services.*.pre_start",
        path,
        "a hook has its service's own",
        `set ${key} on the service`,
      );
    }
  }
}
