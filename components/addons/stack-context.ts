import { clusterName } from "../lib/cluster-names";
import type { AddonContext } from "./addon-context";
import type { AddonsArgs } from "./addons";
import { selectedKeys } from "./selected-keys";

/** What the add-ons' values depend on, gathered from the settings and the platform. */
export function stackContext({ settings, identity, platform, app }: AddonsArgs): AddonContext {
  const { region } = platform.cluster;
  const { storageClass } = platform;
  return {
    platform: settings.target,
    environment: settings.environment,
    clusterName: clusterName(identity),
    ...(region === undefined ? {} : { region }),
    gatewayClass: platform.gatewayClass,
    allowedCidrs: settings.allowedCidrs,
    ...(settings.domain === undefined ? {} : { domain: settings.domain }),
    appNamespace: app.namespace,
    tags: identity.tags,
    ...(storageClass === undefined ? {} : { storageClass }),
    edge: settings.target === "k3s" && settings.k3s.edge.length > 0,
    on: new Set(selectedKeys(settings)),
    addons: settings.addons,
  };
}
