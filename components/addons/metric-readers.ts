/** Namespaces whose pods ask Prometheus. */
export const OPENCOST_NAMESPACE = "opencost";
export const KEDA_NAMESPACE = "keda";

export const METRIC_READERS = [KEDA_NAMESPACE, OPENCOST_NAMESPACE] as const;
