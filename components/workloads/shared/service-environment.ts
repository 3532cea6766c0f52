import type { Loaded } from "../../app/load/loaded";
import type { SecretReference } from "../references";
import { holdsCredential } from "./credentials";
import type { Reporter } from "./reporter";

/** A service's variables, those that may be written down apart from those that may not. */
export interface ServiceEnvironment {
  readonly plain: Readonly<Record<string, string>>;
  readonly secret: Readonly<Record<string, SecretReference>>;
}

/**
 * Splits a service's environment. Whatever an `env_file` sets is secret, for such files are kept out of version
 * control; of the entries written inline, those that hold a credential. An inline value wins over a file's.
 */
export function serviceEnvironment(loaded: Loaded, service: string, reporter: Reporter): ServiceEnvironment {
  const fromFiles = Object.assign({}, ...Object.values(loaded.envFiles[service] ?? {})) as Record<
    string,
    string
  >;
  const plain: Record<string, string> = {};
  const secret: Record<string, SecretReference> = {};
  for (const [variable, value] of Object.entries(loaded.app.services[service]?.environment ?? {})) {
    const path = ["services", service, "environment", variable];
    if (value === null) {
      const note = "has no value where towpath runs, so the container does not get it";
      reporter.ignored("services.*.environment", path, note);
    } else if (Object.hasOwn(fromFiles, variable) && fromFiles[variable] === value) {
      secret[variable] = referenceOf(service, variable);
    } else if (holdsCredential(variable, value)) {
      secret[variable] = referenceOf(service, variable);
      const note = "looks like a credential: kept in the target's secret store, not in rendered files";
      reporter.adapted("services.*.environment", path, note);
    } else plain[variable] = value;
  }
  return { plain, secret };
}

function referenceOf(service: string, variable: string): SecretReference {
  return {
    name: `${service}/${variable}`,
    source: { kind: "service-environment", service, variable },
  };
}
