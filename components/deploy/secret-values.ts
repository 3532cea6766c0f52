import { readFileSync } from "node:fs";
import * as pulumi from "@pulumi/pulumi";
import type { Loaded } from "../app/load/loaded";
import { largeSecrets } from "../large-secrets";
import { formatIssue, InvalidInput } from "../lib/issues";
import { missingSecrets } from "../missing-secrets";
import { htpasswd } from "../registry/htpasswd";
import type { ConfigSecrets } from "../settings/read";
import { variableOf } from "../variable-of";
import { REGISTRY_USER } from "../workloads/docker/own-registry/names";
import type { SecretReference, SecretSource } from "../workloads/references";

export interface SecretValuesRequest {
  readonly loaded: Loaded;
  readonly references: readonly SecretReference[];
  readonly secrets: ConfigSecrets;
  /** Names under `towpath:secrets`. */
  readonly configured: readonly string[];
  /** What one of them may hold, bytes. Default: what the target's own limits say later. */
  readonly most?: number;
}

/**
 * The values of an app's secrets, each a Pulumi secret, by name. A preview warns of those that have no value and
 * takes them for empty; an update throws InvalidInput with all of them, before any resource is registered. Values that
 * are too large are refused in a preview, too.
 */
export function secretValues(request: SecretValuesRequest): Readonly<Record<string, pulumi.Output<string>>> {
  const { references, secrets, most = Number.POSITIVE_INFINITY } = request;
  const environment = process.env;
  const large = largeSecrets({
    ...{ references, most },
    variable: name => variableOf(name, request.loaded, environment),
    configBytes: secrets.bytes,
  });
  if (large.length > 0) throw new InvalidInput(large);
  const issues = missingSecrets({ ...request, environment });
  if (issues.length > 0 && !pulumi.runtime.isDryRun()) throw new InvalidInput(issues);
  if (pulumi.runtime.hasEngine()) for (const issue of issues) void pulumi.log.warn(formatIssue(issue));
  const missing = new Set(issues.map(({ path }) => path));
  return Object.fromEntries(
    references.map(({ name, source }) => {
      const value = missing.has(`secrets.${name}`) ? "" : resolved(source, request);
      return [name, pulumi.secret(value)];
    }),
  );
}

function resolved(source: SecretSource, { loaded, secrets }: SecretValuesRequest): pulumi.Input<string> {
  switch (source.kind) {
    case "file":
      return readFileSync(source.path, "utf8");
    case "environment":
      return variableOf(source.variable, loaded, process.env) ?? "";
    case "config":
      return secrets.get(source.key);
    case "htpasswd":
      return secrets.get(source.key).apply(password => htpasswd(REGISTRY_USER, password));
    case "service-environment":
      return loaded.app.services[source.service]?.environment?.[source.variable] ?? "";
    default:
      return source satisfies never;
  }
}
