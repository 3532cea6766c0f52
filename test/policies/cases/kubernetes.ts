import { make } from "../good/make";
import { adding, type Cases, change, without } from "../seed";

const pod = "spec.template.spec";
const job = "spec.jobTemplate.spec.template.spec";
const main = `${pod}.containers.0`;
const LABEL = "pod-security.kubernetes.io/enforce";

export const KUBERNETES: Cases = {
  "rbac-no-wildcard": [
    change("cluster-role", "rules.0.verbs", ["*"]),
    change("cluster-role", "rules.0.resources", ["pods", "*"]),
    change("cluster-role", "rules.0.apiGroups", ["*"]),
  ],
  "namespace-pod-security": [
    change("namespace", "metadata.labels", undefined),
    change("namespace", "metadata.labels", { [LABEL.replace("enforce", "warn")]: "restricted" }),
    adding("another", make("kubernetes:core/v1:Namespace", "more", { metadata: { name: "more" } })),
  ],
  "namespace-not-privileged": [
    change("namespace", "metadata.labels", { [LABEL]: "privileged" }),
    adding(
      "another",
      make("kubernetes:core/v1:Namespace", "more", { metadata: { labels: { [LABEL]: "privileged" } } }),
    ),
    change("namespace", "metadata", { labels: { [LABEL]: "privileged", other: "x" } }),
  ],
  "namespace-network-policy": [
    without("deny"),
    change("deny", "metadata.namespace", "other"),
    change("deny", "spec.podSelector", { matchLabels: { app: "other" } }),
    change("deny", "spec.policyTypes", ["Ingress"]),
  ],
  "no-node-port": [
    change("service", "spec.type", "NodePort"),
    adding("another", make("kubernetes:core/v1:Service", "more", { spec: { type: "NodePort" } })),
    change("service", "spec", { type: "NodePort", ports: [{ port: 80, nodePort: 30_080 }] }),
  ],
  "not-in-default-namespace": [
    { name: "deployment", namespace: undefined },
    { name: "deployment", namespace: "default" },
    { name: "cron-job", namespace: "default" },
  ].map(({ name, namespace }) => {
    // A policy in that namespace keeps the rule on network policies out of it.
    const deny = make("kubernetes:networking.k8s.io/v1:NetworkPolicy", "deny-more", {
      metadata: { namespace },
      spec: { podSelector: {}, policyTypes: ["Ingress", "Egress"] },
    });
    const seeded = change(name, "metadata.namespace", namespace);
    return { ...seeded, resources: [...seeded.resources, deny] };
  }),
  "no-service-account-token": [
    change("deployment", `${pod}.automountServiceAccountToken`, undefined),
    change("deployment", `${pod}.automountServiceAccountToken`, true),
    change("cron-job", `${job}.automountServiceAccountToken`, null),
  ],
  "no-host-port": [
    change("deployment", `${main}.ports`, [{ containerPort: 80, hostPort: 80 }]),
    change("cron-job", `${job}.containers.0.ports`, [{ containerPort: 9000, hostPort: 9000 }]),
    change("deployment", `${main}.ports`, [{ containerPort: 1 }, { containerPort: 80, hostPort: "8080" }]),
  ],
  "probes-differ": [
    change("deployment", `${main}.livenessProbe`, { httpGet: { path: "/", port: 80 } }),
    change("deployment", main.replace(".0", ""), [
      ...[1, 2].map(port => ({
        ...mainContainer(),
        livenessProbe: { tcpSocket: { port } },
        readinessProbe: { tcpSocket: { port } },
      })),
    ]),
    change("deployment", main, {
      ...mainContainer(),
      livenessProbe: { exec: { command: ["x"] } },
      readinessProbe: { exec: { command: ["x"] } },
    }),
  ],
};

function mainContainer(): Record<string, unknown> {
  const found = change("deployment", "metadata.seen", true).resources.find(one => one.name === "deployment");
  const read = (root: unknown, key: string): unknown => (root as Record<string, unknown>)[key];
  return main.split(".").reduce(read, found?.props as unknown) as Record<string, unknown>;
}
