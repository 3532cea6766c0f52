import type { App } from "../../app/model";
import { holdsCredential } from "./credentials";
import type { Reporter } from "./reporter";

/** Refuses credentials in the environment of lifecycle hooks, which targets can keep only as plain text. */
export function refuseHookCredentials(app: App, reporter: Reporter): void {
  for (const [name, service] of Object.entries(app.services)) {
    for (const key of ["pre_start", "post_start", "pre_stop"] as const) {
      for (const [index, { environment = {} }] of (service[key] ?? []).entries()) {
        for (const [variable, value] of Object.entries(environment)) {
          // The loader lays the service's variables under those of a pre_start hook.
          if (value === null || value === service.environment?.[variable]) continue;
          if (!holdsCredential(variable, value)) continue;
          const path = ["services", name, key, index, "environment", variable];
          const instead = "move it to the service's environment, which its hooks have too";
          reporter.refuse(`services.*.${key}[].environment`, path, "would be kept as plain text", instead);
        }
      }
    }
  }
}
