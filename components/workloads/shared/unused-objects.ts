import type { App } from "../../app/model";
import type { Reporter, SupportTable } from "./reporter";

/** Reports the configs and secrets that no container is given, apart from what the table says of the others. */
export function reportUnused(app: App, table: SupportTable, reporter: Reporter): void {
  const services = Object.values(app.services);
  for (const section of ["configs", "secrets"] as const) {
    const taken = new Set(services.flatMap(service => (service[section] ?? []).map(({ source }) => source)));
    const built = new Set(
      section === "configs"
        ? []
        : services.flatMap(({ build }) => (build?.secrets ?? []).map(one => one.source)),
    );
    if (taken.size > 0) reporter.fromTable(table, section, [section]);
    for (const key of Object.keys(app[section] ?? {})) {
      if (taken.has(key)) continue;
      if (built.has(key)) reporter.same(section, [section, key], "given to the builder, and to no container");
      else reporter.ignored(section, [section, key], "no service takes it");
    }
  }
}
