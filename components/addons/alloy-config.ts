import { LOGS_URL } from "./logs";

/** Labels of a log line, by what Alloy calls their source. */
const LABELS: Readonly<Record<string, string>> = {
  namespace: "__meta_kubernetes_namespace",
  pod: "__meta_kubernetes_pod_name",
  container: "__meta_kubernetes_pod_container_name",
  service: "__meta_kubernetes_pod_label_app_kubernetes_io_name",
};

export interface AlloyConfig {
  /** Whether several of them share the pods out among themselves. */
  readonly several: boolean;
}

/** The configuration of Alloy: every container's log, labelled, to Loki. */
export function alloyConfig({ several }: AlloyConfig): string {
  const rules = Object.entries(LABELS).map(([label, source]) =>
    block("  rule", [`    source_labels = ["${source}"]`, `    target_label  = "${label}"`], "  "),
  );
  const share = several ? ["  clustering {", "    enabled = true", "  }"] : [];
  return [
    block('discovery.kubernetes "pods"', ['  role = "pod"']),
    block('discovery.relabel "pods"', ["  targets = discovery.kubernetes.pods.targets", ...rules]),
    block('loki.source.kubernetes "pods"', [
      "  targets    = discovery.relabel.pods.output",
      "  forward_to = [loki.write.loki.receiver]",
      ...share,
    ]),
    block('loki.write "loki"', ["  endpoint {", `    url = "${LOGS_URL}/loki/api/v1/push"`, "  }"]),
    "",
  ].join("\n");
}

function block(head: string, body: readonly string[], indent = ""): string {
  return [`${head} {`, ...body, `${indent}}`].join("\n");
}
