import type { Addon, Chart } from "./addon";

/**
 * Gateway API v1.5.1, standard channel, the bundle that Traefik 3.7 is built for. Traefik's own chart stopped
 * shipping these definitions with version 40.1; this is the last chart of theirs that does.
 */
const CHART: Chart = {
  name: "traefik-crds",
  repository: "https://traefik.github.io/charts",
  version: "1.18.0",
};

/** The custom resource definitions of Gateway and HTTPRoute. They stay when the release goes: routes need them. */
export const gatewayApi: Addon = {
  key: "gatewayApi",
  release: "gateway-api",
  chart: CHART,
  namespace: "kube-system",
  timeoutSeconds: 300,
  needs: [],
  after: [],
  values: () => ({ gatewayAPI: true, traefik: false, hub: false, knative: false, deleteOnUninstall: false }),
};
