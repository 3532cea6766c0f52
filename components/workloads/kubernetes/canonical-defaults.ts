import type { ReportKey } from "../shared/reporter";
import type { PlanContext } from "./workload";

/** Reports as the same what the canonical form fills in where a file says nothing. */
export function reportDefaults({ app, reporter }: PlanContext): void {
  for (const section of ["networks", "volumes", "configs", "secrets"] as const) {
    for (const [key, { name }] of Object.entries(app[section] ?? {})) {
      if (name !== `${app.name}_${key}`) continue;
      reporter.same(`${section}.*.name`, [section, key, "name"], "the default");
    }
  }
  for (const [name, { ports = [], depends_on = {} }] of Object.entries(app.services)) {
    const path = ["services", name];
    for (const [index, { mode }] of ports.entries()) {
      const key: ReportKey = "services.*.ports[].mode";
      if (mode === "ingress") reporter.same(key, [...path, "ports", index, "mode"], "the default");
    }
    for (const [other, { required }] of Object.entries(depends_on)) {
      const key: ReportKey = "services.*.depends_on.*.required";
      if (required) reporter.same(key, [...path, "depends_on", other, "required"], "the default");
    }
  }
}
