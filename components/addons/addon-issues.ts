import type { Issue } from "../lib/issues";
import type { KubernetesSettings } from "../settings/settings";
import type { AddonKey } from "./addon";
import { AVAILABILITY } from "./availability";
import { CATALOG } from "./catalog";
import { imagePolicyIssues } from "./image-policy-issues";
import { selectedKeys } from "./selected-keys";

type Keys = ReadonlySet<AddonKey>;

/** What the settings ask of the add-ons and cannot have. */
export function addonIssues(settings: KubernetesSettings): Issue[] {
  const keys: Keys = new Set(selectedKeys(settings));
  return [
    ...refused(settings, keys),
    ...conflicts(keys),
    ...missingNeeds(settings, keys),
    ...withoutDoor(settings, keys),
    ...withoutSender(settings, keys),
    ...[...keys].flatMap(key => CATALOG[key].issues?.(settings) ?? []),
    ...imagePolicyIssues(settings),
  ];
}

const at = (key: string) => `towpath:addons.${key}`;

function refused({ target }: KubernetesSettings, keys: Keys): Issue[] {
  return [...keys].flatMap(key => {
    const availability = AVAILABILITY[key][target];
    if (typeof availability === "string") return [];
    return [{ path: at(key), wrong: `true, while ${availability.why}`, instead: availability.instead }];
  });
}

function conflicts(keys: Keys): Issue[] {
  return [...keys].flatMap(key =>
    (CATALOG[key].conflicts ?? [])
      .filter(conflict => keys.has(conflict.with))
      .map(conflict => ({
        path: at(key),
        wrong: `on together with ${conflict.with}: ${conflict.why}`,
        instead: `set addons.${key} or addons.${conflict.with} to false`,
      })),
  );
}

/** On a cluster that exists, what an add-on needs may be there already; elsewhere nothing else brings it. */
function missingNeeds(settings: KubernetesSettings, keys: Keys): Issue[] {
  if (settings.target === "cluster") return [];
  return [...keys].flatMap(key =>
    CATALOG[key].needs
      .filter(need => !keys.has(need))
      .map(need => ({
        path: at(need),
        wrong: `false, while ${key} needs it`,
        instead: `leave it out, or set addons.${key} to false`,
      })),
  );
}

/** Where the cluster is ours, nobody else serves the app's routes and certificates. */
function withoutDoor({ target, domain }: KubernetesSettings, keys: Keys): Issue[] {
  if (target === "cluster") return [];
  const issues: Issue[] = [];
  if (domain !== undefined && !keys.has("certManager"))
    issues.push({
      path: at("certManager"),
      wrong: "false, while a domain asks for certificates",
      instead: "leave it out, or leave out the domain",
    });
  if (!keys.has("traefik"))
    issues.push({
      path: at("traefik"),
      wrong: "false, while nothing else in this cluster serves the app's routes",
      instead: "leave it out",
    });
  return issues;
}

function withoutSender({ addons }: KubernetesSettings, keys: Keys): Issue[] {
  if (addons.alerts === undefined || keys.has("monitoring")) return [];
  const wrong = "set, while monitoring is off and nobody sends alerts";
  return [{ path: at("alerts"), wrong, instead: "set addons.monitoring to true, or leave it out" }];
}
