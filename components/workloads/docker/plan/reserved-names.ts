import type { App } from "../../../app/model";
import type { Reporter } from "../../shared/reporter";
import { REGISTRY_SERVICE } from "../own-registry/names";
import { PROXY_SERVICE } from "./proxy-service";

const RESERVED: Readonly<Record<string, string>> = {
  [PROXY_SERVICE]: "proxy",
  [REGISTRY_SERVICE]: "registry",
};

/** Refuses services that are called like towpath's own. */
export function refuseReservedNames(app: App, reporter: Reporter): void {
  for (const [name, what] of Object.entries(RESERVED)) {
    if (app.services[name] === undefined) continue;
    const wrong = `towpath's own ${what} has this name`;
    reporter.refuse("services", ["services", name], wrong, "rename the service");
  }
}

/** Whether a path of the model leads to something that towpath added to the app. */
export function isOwn(path: string, app: App): boolean {
  const [section = "", name = ""] = path.split(/[.[\]]+/);
  if (section !== "" && !Object.hasOwn(app, section)) return true;
  return Object.keys(RESERVED).some(own => name === own || name.startsWith(`${own}-`));
}
