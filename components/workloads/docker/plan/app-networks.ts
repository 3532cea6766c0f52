import type { App } from "../../../app/model";
import type { Network } from "../../../app/model/network";
import { compact } from "../../../lib/records";
import type { Reporter } from "../../shared/reporter";
import type { ComposeSection } from "../docker-plan";

export interface PlannedNetworks {
  readonly compose: Readonly<Record<string, ComposeSection>>;
  /** Names of networks that must stand before Compose runs. */
  readonly external: readonly string[];
}

/** The app's networks as written; `name` only where it is not the one that Compose gives. */
export function planAppNetworks(app: App, reporter: Reporter): PlannedNetworks {
  const networks = Object.entries(app.networks ?? {});
  for (const [key, network] of networks) refuseForeign(key, network, reporter);
  return {
    compose: Object.fromEntries(networks.map(([key, network]) => [key, rendered(app.name, key, network)])),
    external: networks.flatMap(([, { external, name }]) => (external === true ? [name] : [])).sort(),
  };
}

function refuseForeign(key: string, { name, external, driver }: Network, reporter: Reporter): void {
  if ((external === true && name === "host") || driver === "host") {
    const instead = "write network_mode: host on the service and host-network in its x-towpath.allow";
    reporter.refuse("networks.*.name", ["networks", key], "is the host's own network", instead);
  }
  if (driver === "overlay") {
    const instead = "remove driver: the services are on one host";
    reporter.refuse("networks.*.driver", ["networks", key, "driver"], "overlay needs Docker Swarm", instead);
  }
}

function rendered(project: string, key: string, network: Network): ComposeSection {
  const { name, external, ipam, ...rest } = network;
  if (external === true) return { external: true, name };
  const options = Object.fromEntries(Object.entries(rest).filter(([option]) => !option.startsWith("x-")));
  return compact({
    ...options,
    name: name === `${project}_${key}` ? undefined : name,
    ipam: Object.keys(ipam ?? {}).length > 0 ? ipam : undefined,
  });
}
