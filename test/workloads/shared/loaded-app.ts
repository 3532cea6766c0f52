import type { Loaded } from "../../../components/app/load/loaded";
import type { App } from "../../../components/app/model";
import type { Service } from "../../../components/app/model/service";

/** A canonical app as the loader gives it back, for tests of one rule: only what the rule looks at is written. */
export function loadedApp(
  app: Partial<Omit<App, "services">> & { readonly services: Readonly<Record<string, Partial<Service>>> },
  more: Partial<Loaded> = {},
): Loaded {
  const services = Object.fromEntries(
    Object.entries(app.services).map(([name, service]) => [
      name,
      { command: null, entrypoint: null, ...service },
    ]),
  );
  return {
    app: { name: "app", ...app, services },
    warnings: [],
    envFiles: {},
    directory: "/project",
    where: () => undefined,
    ...more,
  };
}
