import { EDGE_LABEL } from "../lib/edge";
import type { Values } from "./addon";
import type { AddonContext } from "./addon-context";

/** The label by which Prometheus knows a node's label, with what is no letter or digit as `_`. */
const EDGE = `__meta_kubernetes_node_label_${EDGE_LABEL.replace(/[^a-zA-Z0-9]/g, "_")}`;

/** The chart's own rule for each of the kubelet's pages, on which its dashboards and alerts build. */
const METRICS_PATH = { action: "replace", sourceLabels: ["__metrics_path__"], targetLabel: "metrics_path" };

/**
 * What of the nodes' kubelets is scraped. Pods reach pods on boards, but not the boards themselves, and an alert on
 * targets that are down would never stop.
 */
export function kubeletValues({ edge }: Pick<AddonContext, "edge">): Values {
  if (!edge) return {};
  const relabelings = [{ action: "drop", sourceLabels: [EDGE], regex: "true" }, METRICS_PATH];
  return {
    kubelet: {
      serviceMonitor: {
        attachMetadata: { node: true },
        relabelings,
        cAdvisorRelabelings: relabelings,
        probesRelabelings: relabelings,
      },
    },
  };
}
