import type { Hook } from "../../model/hook";
import type { Service } from "../../model/service";
import { record } from "../decode/mappings";
import type { Loaded } from "../loaded";
import type { Path } from "../path";
import type { Problems } from "../problems";
import {
  type EnvironmentSource,
  type ResolvedEnvironment,
  resolveServiceEnvironment,
} from "./service-environment";
import { type LabelSource, resolveServiceLabels } from "./service-labels";

type Files = Record<string, Record<string, string>>;

/** Services with their env files and label files folded in, and what each env file sets. */
export function resolveServices(
  services: Readonly<Record<string, Service>>,
  environment: ReadonlyMap<string, string>,
  problems: Problems,
): { services: Record<string, Service>; envFiles: Loaded["envFiles"] } {
  const resolved = record<Service>();
  const envFiles = record<Files>();
  for (const [name, service] of Object.entries(services)) {
    const path = ["services", name];
    const own = resolveServiceEnvironment(service, environment, path, problems);
    const hooks = service.pre_start?.map((hook, index) =>
      withFiles(hook, environment, [...path, "pre_start", index], problems),
    );
    resolved[name] = {
      ...service,
      ...folded(service, own, path, problems),
      ...(hooks === undefined ? {} : { pre_start: hooks }),
    };
    if (Object.keys(own.files).length > 0) envFiles[name] = own.files;
  }
  return { services: resolved, envFiles };
}

function withFiles(
  hook: Hook,
  environment: ReadonlyMap<string, string>,
  path: Path,
  problems: Problems,
): Hook {
  const own = resolveServiceEnvironment(hook, environment, path, problems);
  return { ...hook, ...folded(hook, own, path, problems) };
}

function folded(
  source: EnvironmentSource & LabelSource,
  own: ResolvedEnvironment,
  path: Path,
  problems: Problems,
): Pick<Service, "environment" | "labels"> {
  const labels = resolveServiceLabels(source, path, problems);
  return {
    ...(Object.keys(own.environment).length > 0 ? { environment: own.environment } : {}),
    ...(Object.keys(labels).length > 0 ? { labels } : {}),
  };
}
