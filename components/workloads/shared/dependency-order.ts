import type { App } from "../../app/model";

/** The services, each after those that it depends on, else in the order of the file. The loader refuses cycles. */
export function dependencyOrder(app: App): readonly string[] {
  const order = new Set<string>();
  const entered = new Set<string>();
  const enter = (name: string): void => {
    if (entered.has(name)) return;
    entered.add(name);
    for (const dependency of Object.keys(app.services[name]?.depends_on ?? {})) {
      if (dependency in app.services) enter(dependency);
    }
    order.add(name);
  };
  for (const name of Object.keys(app.services)) enter(name);
  return [...order];
}
