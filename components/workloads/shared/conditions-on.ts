import type { App } from "../../app/model";

/** What others wait for of each service that somebody depends on: conditions of `depends_on`, by its name. */
export type ConditionsOn = ReadonlyMap<string, ReadonlySet<string>>;

/** Found in one pass, since a large app asks for every service. */
export function conditionsOn(app: App): ConditionsOn {
  const found = new Map<string, Set<string>>();
  for (const { depends_on = {} } of Object.values(app.services)) {
    for (const [name, { condition }] of Object.entries(depends_on)) {
      found.set(name, (found.get(name) ?? new Set()).add(condition));
    }
  }
  return found;
}
