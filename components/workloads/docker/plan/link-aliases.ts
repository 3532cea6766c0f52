import type { App } from "../../../app/model";

/** The names by which other services' `links` call each service, by its name. */
export function linkAliases(app: App): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const { links = [] } of Object.values(app.services)) {
    for (const link of links) {
      const [target = "", alias] = link.split(":");
      if (alias !== undefined) found.set(target, [...(found.get(target) ?? []), alias]);
    }
  }
  return found;
}
