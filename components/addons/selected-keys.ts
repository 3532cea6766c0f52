import { needsDevicePlugin } from "../platforms/eks/node-marks";
import type { KubernetesSettings } from "../settings/settings";
import { ADDON_KEYS, type AddonKey } from "./addon";
import { AVAILABILITY } from "./availability";
import { CATALOG } from "./catalog";

type Wanted = Partial<Record<AddonKey, unknown>>;

/**
 * Which add-ons of a stack are on: what the settings say, else what the target and the app call for, and what those
 * need. An add-on that is refused counts as on when the settings ask for it, so that it can be told.
 */
export function selectedKeys(settings: KubernetesSettings): readonly AddonKey[] {
  const wanted: Wanted = settings.addons;
  const on = new Set(ADDON_KEYS.filter(key => said(wanted, key) ?? byDefault(settings, key)));
  // What is needed may itself need something: the keys are few enough to look again until nothing is added.
  for (let before = -1; before !== on.size; ) {
    before = on.size;
    for (const key of [...on])
      for (const need of CATALOG[key].needs) if (said(wanted, need) !== false) on.add(need);
  }
  return ADDON_KEYS.filter(key => on.has(key));
}

/** What the settings say of an add-on: a mapping turns it on too. */
function said(wanted: Wanted, key: AddonKey): boolean | undefined {
  const value = wanted[key];
  return value === undefined ? undefined : value !== false;
}

function byDefault(settings: KubernetesSettings, key: AddonKey): boolean {
  switch (key) {
    case "gatewayApi":
      // Comes with what needs it.
      return false;
    case "certManager":
      return settings.domain !== undefined;
    case "traefik":
      return settings.target !== "cluster" || settings.cluster.gatewayClass === "traefik";
    case "kyverno": {
      const policy = settings.addons.imagePolicy;
      return typeof policy === "object" && policy.engine === "kyverno";
    }
    case "nvidiaDevicePlugin":
      return (
        settings.target === "eks" &&
        settings.eks.pools.some(pool => pool.manager !== "fargate" && needsDevicePlugin(pool))
      );
    default:
      return AVAILABILITY[key][settings.target] === "on";
  }
}
