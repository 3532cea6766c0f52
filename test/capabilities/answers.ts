import type { Answer, Answers } from "../../components/capabilities/questions";

const found = (body: unknown): Answer => ({ kind: "found", body });
const list = (...items: readonly unknown[]): Answer => found({ items });
const absent: Answer = { kind: "absent" };

/** A cluster without anything beside Kubernetes itself, in the shape of its API. */
export const BARE: Answers = {
  version: found({ major: "1", minor: "35", gitVersion: "v1.35.2+k3s1", platform: "linux/amd64" }),
  groups: found({ kind: "APIGroupList", groups: [{ name: "apps" }, { name: "storage.k8s.io" }] }),
  gatewayApi: absent,
  gatewayClasses: absent,
  metricsApi: absent,
  admissionPolicies: absent,
  storageClasses: list(),
  nodes: list({ metadata: { name: "one" }, spec: {} }),
  services: list({
    metadata: { name: "kubernetes" },
    spec: { type: "ClusterIP" },
    status: { loadBalancer: {} },
  }),
  daemonSets: list(),
};

/** The same with some answers of its own. */
export const answers = (own: Partial<Answers>): Answers => ({ ...BARE, ...own });
export { absent, found, list };
