/** What a cluster is asked, as paths of its API. */
export const QUESTIONS = {
  version: "/version",
  groups: "/apis",
  gatewayApi: "/apis/gateway.networking.k8s.io/v1",
  gatewayClasses: "/apis/gateway.networking.k8s.io/v1/gatewayclasses",
  metricsApi: "/apis/metrics.k8s.io/v1beta1",
  admissionPolicies: "/apis/admissionregistration.k8s.io/v1/validatingadmissionpolicies",
  storageClasses: "/apis/storage.k8s.io/v1/storageclasses",
  nodes: "/api/v1/nodes",
  services: "/api/v1/services",
  daemonSets: "/apis/apps/v1/daemonsets",
} as const;
export type Question = keyof typeof QUESTIONS;

/** An answer: what the API says, that there is nothing at the path, or that we may not look. */
export type Answer =
  | { readonly kind: "found"; readonly body: unknown }
  | { readonly kind: "absent" | "forbidden" };

export type Answers = Readonly<Record<Question, Answer>>;
