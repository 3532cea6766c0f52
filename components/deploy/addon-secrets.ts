import { selectAddons } from "../addons/select-addons";
import type { KubernetesSettings } from "../settings/settings";
import type { SecretReference } from "../workloads/references";

/** The entries of `towpath:secrets` that a stack's add-ons need. */
export function addonSecrets(settings: KubernetesSettings): readonly SecretReference[] {
  return selectAddons(settings).flatMap(addon => {
    const secret = addon.secret?.(settings.addons);
    return secret === undefined ? [] : [{ name: secret.from, source: { kind: "config", key: secret.from } }];
  });
}
