import type { NetworkAttachment } from "../../../app/model/network";
import { compact } from "../../../lib/records";
import type { ServiceContext } from "./context";

/** How a service is reached: its networks, or the mode that stands in their place. */
export interface PlannedNetworking {
  readonly compose: { readonly networks?: Attachments; readonly network_mode?: string };
  /** The service whose network this one shares, if any. */
  readonly sharedWith?: string;
  /** A fixed address, which two containers cannot have at once. */
  readonly fixedAddress: boolean;
}

type Attachments = Readonly<Record<string, NetworkAttachment | null>>;

/** Networks as written, with `container_name` and others' `links` as aliases. */
export function planNetworks(context: ServiceContext): PlannedNetworking {
  const { service, privileges, name, reporter } = context;
  const mode = service.network_mode;
  if (privileges.hostNetwork) return { compose: { network_mode: "host" }, fixedAddress: true };
  if (mode?.startsWith("service:")) {
    return {
      compose: { network_mode: mode },
      sharedWith: mode.slice("service:".length),
      fixedAddress: false,
    };
  }
  if (mode === "none") return { compose: { network_mode: mode }, fixedAddress: false };
  if (mode !== undefined && mode !== "host" && mode !== "bridge" && mode !== "default") {
    const path = ["services", name, "network_mode"];
    const instead = "name a service of this file (service:NAME), or give the service networks";
    reporter.refuse("services.*.network_mode", path, `${mode} is not part of this app`, instead);
  } else if (mode === "bridge") {
    const note = "joins the app's default network, where services find each other by name";
    reporter.adapted("services.*.network_mode", ["services", name, "network_mode"], note);
  }
  const networks = withAliases(service.networks ?? { default: null }, aliasesOf(context));
  const fixedAddress = Object.values(networks).some(one => one?.ipv4_address ?? one?.ipv6_address);
  return { compose: { networks }, fixedAddress };
}

function aliasesOf({ name, service, linkAliases }: ServiceContext): readonly string[] {
  const own = service.container_name === undefined ? [] : [service.container_name];
  return [...new Set([...own, ...linkAliases])].filter(alias => alias !== name);
}

function withAliases(networks: Attachments, aliases: readonly string[]): Attachments {
  if (aliases.length === 0) return networks;
  return Object.fromEntries(
    Object.entries(networks).map(([key, attachment]) => [
      key,
      compact({ ...attachment, aliases: [...(attachment?.aliases ?? []), ...aliases] }),
    ]),
  );
}
