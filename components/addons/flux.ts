import type { Issue } from "../lib/issues";
import type { AddonSettings } from "../settings/addons";
import type { KubernetesSettings } from "../settings/settings";
import type { Addon, AddonSecret, Chart, Values } from "./addon";
import { type AddonContext, optionsOf } from "./addon-context";
import { gitSecret } from "./git-secret";
import { resources } from "./resources";

const CHART: Chart = {
  name: "flux2",
  repository: "https://fluxcd-community.github.io/helm-charts",
  version: "2.18.3",
};
export const FLUX_NAMESPACE = "flux-system";

/** Brings the app from Git: the rendered YAML, with images by the digests of this release. Two small controllers. */
export const flux: Addon = {
  key: "flux",
  release: "flux",
  chart: CHART,
  namespace: { name: FLUX_NAMESPACE, podSecurity: "restricted", openPorts: [] },
  timeoutSeconds: 600,
  needs: [],
  after: ["monitoring"],
  secret,
  issues,
  values,
};

function secret(addons: AddonSettings): AddonSecret | undefined {
  const source = optionsOf(addons, "flux");
  return source === undefined ? undefined : gitSecret(source, { password: "password", sshKey: "identity" });
}

/** Flux wants the host's key beside the private one; a password over TLS needs nothing more. */
function issues({ addons }: KubernetesSettings): Issue[] {
  const source = optionsOf(addons, "flux");
  if (source === undefined || !source.repository.startsWith("ssh:")) return [];
  const wrong = "over SSH, for which Flux needs the host's key too";
  return [
    {
      path: "towpath:addons.flux.repository",
      wrong,
      instead: "write the https:// URL and a token, or use argoCd",
    },
  ];
}

function values({ on }: AddonContext): Values {
  return {
    helmController: { create: false },
    imageAutomationController: { create: false },
    imageReflectionController: { create: false },
    notificationController: { create: false },
    sourceController: { resources: resources({ cpu: [25, 500], memory: [64, 384], disk: [64, 2048] }) },
    kustomizeController: { resources: resources({ cpu: [25, 500], memory: [64, 384], disk: [64, 1024] }) },
    // The namespace has a NetworkPolicy of ours.
    policies: { create: false },
    prometheus: { podMonitor: { create: on.has("monitoring") } },
  };
}
