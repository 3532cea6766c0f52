import type { ServiceExtension } from "../../../app/extension";
import { extensionOf } from "../../../app/extension-of";
import type { Loaded } from "../../../app/load/loaded";
import type { Service } from "../../../app/model/service";
import type { Route } from "../../references";
import { oneShots } from "../../shared/one-shot";
import { type Privileges, privilegesOf } from "../../shared/privileges";
import type { Reporter } from "../../shared/reporter";
import { linkAliases } from "./link-aliases";

/** What every concern of the planner looks at while it plans one service. */
export interface ServiceContext {
  readonly loaded: Loaded;
  readonly name: string;
  readonly service: Service;
  readonly extension: ServiceExtension;
  readonly privileges: Privileges;
  /** Whether it runs to its end instead of serving. */
  readonly oneShot: boolean;
  /** The names by which others' `links` call it. */
  readonly linkAliases: readonly string[];
  /** This service's own routes. */
  readonly routes: readonly Route[];
  readonly reporter: Reporter;
}

/** One context a service, in the order of the file. */
export function serviceContexts(
  loaded: Loaded,
  routes: readonly Route[],
  reporter: Reporter,
): readonly ServiceContext[] {
  const ends = oneShots(loaded.app);
  const aliases = linkAliases(loaded.app);
  return Object.entries(loaded.app.services).map(([name, service]) => ({
    loaded,
    name,
    service,
    extension: extensionOf(service),
    privileges: privilegesOf(name, service, reporter),
    oneShot: ends.has(name),
    linkAliases: aliases.get(name) ?? [],
    routes: routes.filter(route => route.service === name),
    reporter,
  }));
}
