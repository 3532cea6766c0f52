import type { KubernetesSettings } from "../settings/settings";
import { ADDON_KEYS, type Addon } from "./addon";
import { CATALOG } from "./catalog";
import { selectedKeys } from "./selected-keys";

/** The add-ons of a stack in the order in which they are made: what is needed comes before what needs it. */
export function selectAddons(settings: KubernetesSettings): readonly Addon[] {
  const keys = new Set(selectedKeys(settings));
  return ADDON_KEYS.filter(key => keys.has(key)).map(key => CATALOG[key]);
}
