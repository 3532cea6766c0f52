import type { Issue } from "../lib/issues";
import type { KubernetesSettings } from "../settings/settings";
import { ADDON_KEYS, type Addon, type AddonKey } from "./addon";
import { awsEbsCsiDriver } from "./aws-ebs-csi-driver";
import { certManager } from "./cert-manager";
import { clusterAutoscaler } from "./cluster-autoscaler";
import { gatewayApi } from "./gateway-api";
import { kubePrometheusStack } from "./kube-prometheus-stack";
import { metricsServer } from "./metrics-server";
import { traefik } from "./traefik";

/** Every add-on by its key. */
export const CATALOG: Readonly<Record<AddonKey, Addon>> = {
  gatewayApi,
  ebsCsi: awsEbsCsiDriver,
  metricsServer,
  clusterAutoscaler,
  monitoring: kubePrometheusStack,
  traefik,
  certManager,
};

type Platform = KubernetesSettings["target"];

/**
 * What is on when the settings say nothing. A cluster that exists is left as it is but for the proxy; a K3s cluster
 * has no room for monitoring in its defaults.
 */
const ON_BY_DEFAULT: Readonly<Record<Platform, Readonly<Record<AddonKey, boolean>>>> = {
  eks: on({ ebsCsi: false }),
  k3s: on({ monitoring: false }),
  cluster: on({ ebsCsi: false, metricsServer: false, clusterAutoscaler: false, monitoring: false }),
};

function on(exceptions: Partial<Record<AddonKey, boolean>>): Record<AddonKey, boolean> {
  const all: Record<AddonKey, boolean> = {
    gatewayApi: true,
    ebsCsi: true,
    metricsServer: true,
    clusterAutoscaler: true,
    monitoring: true,
    traefik: true,
    certManager: true,
  };
  return { ...all, ...exceptions };
}

/** The add-ons of a stack in the order in which they are made: what is needed comes before what needs it. */
export function selectAddons(settings: KubernetesSettings): readonly Addon[] {
  const keys = new Set(selectedKeys(settings));
  return ADDON_KEYS.filter(key => keys.has(key)).map(key => CATALOG[key]);
}

/** Whether an add-on of a stack is on: its setting, else what its target and its settings call for. */
export function selectedKeys(settings: KubernetesSettings): readonly AddonKey[] {
  const defaults: Record<AddonKey, boolean> = { ...ON_BY_DEFAULT[settings.target] };
  defaults.certManager &&= settings.domain !== undefined;
  defaults.traefik &&= settings.target !== "cluster" || settings.cluster.gatewayClass === "traefik";
  const wanted: Partial<Record<AddonKey, boolean | undefined>> = settings.addons;
  const isOn = (key: AddonKey) => wanted[key] ?? defaults[key];
  defaults.gatewayApi &&= isOn("traefik") || isOn("certManager");
  return ADDON_KEYS.filter(isOn);
}

/** What the settings ask of the add-ons and cannot have. */
export function addonIssues(settings: KubernetesSettings): Issue[] {
  const keys = new Set(selectedKeys(settings));
  const issues: Issue[] = [];
  if (settings.target === "cluster" && keys.has("clusterAutoscaler"))
    issues.push({
      path: "towpath:addons.clusterAutoscaler",
      wrong: "true, while the nodes of this cluster are not towpath's to add",
      instead: "leave it out",
    });
  if (settings.domain !== undefined && !keys.has("certManager") && settings.target !== "cluster")
    issues.push({
      path: "towpath:addons.certManager",
      wrong: "false, while a domain asks for certificates",
      instead: "leave it out, or leave out the domain",
    });
  if (settings.target !== "cluster" && !keys.has("traefik"))
    issues.push({
      path: "towpath:addons.traefik",
      wrong: "false, while nothing else in this cluster serves the app's routes",
      instead: "leave it out",
    });
  return [...issues, ...missingNeeds(settings, keys)];
}

/** On a cluster that exists, what an add-on needs may be there already; elsewhere nothing else brings it. */
function missingNeeds(settings: KubernetesSettings, keys: ReadonlySet<AddonKey>): Issue[] {
  if (settings.target === "cluster") return [];
  return [...keys].flatMap(key =>
    CATALOG[key].needs
      .filter(need => !keys.has(need))
      .map(need => ({
        path: `towpath:addons.${need}`,
        wrong: `false, while ${key} needs it`,
        instead: `leave it out, or set addons.${key} to false`,
      })),
  );
}
