import { existsSync } from "node:fs";
import type { Loaded } from "./app/load/loaded";
import type { Issue } from "./lib/issues";
import { variableOf } from "./variable-of";
import type { SecretReference } from "./workloads/references";

export interface MissingSecretsRequest {
  readonly loaded: Loaded;
  readonly references: readonly SecretReference[];
  /** Names under `towpath:secrets`. */
  readonly configured: readonly string[];
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** The secrets that have no value here and now: a preview goes on without them, an update does not. */
export function missingSecrets(request: MissingSecretsRequest): readonly Issue[] {
  return request.references.flatMap(reference => {
    const issue = missing(reference, request);
    return issue === undefined ? [] : [{ path: `secrets.${reference.name}`, ...issue }];
  });
}

function missing(
  { source }: SecretReference,
  request: MissingSecretsRequest,
): Omit<Issue, "path"> | undefined {
  const { loaded, configured, environment } = request;
  switch (source.kind) {
    case "file":
      if (existsSync(source.path)) return undefined;
      return { wrong: `the file ${source.path} is not there`, instead: "put it there before the update" };
    case "environment":
      if (variableOf(source.variable, loaded, environment) !== undefined) return undefined;
      return {
        wrong: `neither the environment nor .env has ${source.variable}`,
        instead: "set it where Pulumi runs",
      };
    case "htpasswd":
    case "config":
      if (configured.includes(source.key)) return undefined;
      return {
        wrong: "the stack's config has no value for it",
        instead: `run: pulumi config set --secret --path 'towpath:secrets.${source.key}' VALUE`,
      };
    case "service-environment": {
      const { service, variable } = source;
      if (loaded.app.services[service]?.environment?.[variable] != null) return undefined;
      return {
        wrong: `${service} has no variable ${variable}`,
        instead: "write it in environment or env_file",
      };
    }
    default:
      return source satisfies never;
  }
}
