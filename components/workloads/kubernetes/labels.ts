import { kubernetesName } from "./kubernetes-name";

export type Labels = Readonly<Record<string, string>>;

/** Which pods are a service's: the labels that selectors use, which never change. */
export function selectorLabels(app: string, resource: string): Labels {
  return { "app.kubernetes.io/name": resource, "app.kubernetes.io/instance": kubernetesName(app) };
}

/** Labels of what the whole app shares. */
export function appLabels(app: string): Labels {
  return { "app.kubernetes.io/part-of": kubernetesName(app), "app.kubernetes.io/managed-by": "towpath" };
}

/** Labels of every object of a service. */
export function objectLabels(app: string, resource: string): Labels {
  return { ...selectorLabels(app, resource), ...appLabels(app) };
}

/** On every pod that is a member of a Compose network. */
export function networkLabel(network: string): Labels {
  return { [`network.towpath.dev/${kubernetesName(network)}`]: "member" };
}

/** On every pod that is a member of none, by `network_mode: none`. */
export const ISOLATED_LABEL = "towpath.dev/isolated";

/** On every pod that mounts a volume. */
export function volumeLabel(volume: string): Labels {
  return { [`volume.towpath.dev/${kubernetesName(volume)}`]: "mounted" };
}
