import { isFixed } from "./exceptions-of";
import type { Fields } from "./fields";
import { gatesOn } from "./gates";
import { helperContainer } from "./helper-container";
import { helperImage } from "./helper-images";
import { completionName } from "./job-name";
import type { Manifest, PlannedManifest } from "./kubernetes-plan";
import { type Labels, objectLabels, selectorLabels } from "./labels";
import { type ScannerException, withExceptions } from "./scanner-exceptions";
import { SKIP_AWAIT } from "./skip-await";
import type { PlanContext, Workload } from "./workload";

/**
 * A pod that is ready once the Job has completed. Only the API knows that a Job succeeded and keeps knowing it
 * after the Job's pod is gone; this pod alone may read that one Job, so that the app's own pods need no token
 * and no way to the API. It finds out anew when it is moved to another node. It comes after the Job and its
 * rights, for without them its wait ends with an error.
 */
export function completionGate(
  context: PlanContext,
  workload: Workload,
  job: string,
): readonly PlannedManifest[] {
  if (!gatesOn(context, workload).has("completed")) return [];
  const name = `${workload.resource}-gate`;
  const { app, namespace } = context;
  const metadata = { name, namespace, labels: objectLabels(app.name, name) };
  const planned = (key: string, body: Body, named: Manifest["metadata"] = metadata): PlannedManifest => {
    const { apiVersion, kind, ...fields } = body;
    return {
      service: workload.name,
      key: `${name}-${key}`,
      manifest: { apiVersion, kind, metadata: named, ...fields },
    };
  };
  const own = selectorLabels(app.name, name);
  const pods = { ...own, "towpath.dev/job": job };
  const done = { ...metadata, name: completionName(job), annotations: SKIP_AWAIT };
  return [
    planned("account", { apiVersion: "v1", kind: "ServiceAccount", automountServiceAccountToken: false }),
    planned("role", role(job)),
    planned("role-binding", roleBinding(name, namespace)),
    planned("policy", policy(own)),
    {
      ...planned(
        "service",
        { apiVersion: "v1", kind: "Service", spec: { clusterIP: "None", selector: pods } },
        done,
      ),
      kept: true,
    },
    {
      ...planned("deployment", deployment(context, metadata, job, { own, pods }), {
        ...metadata,
        annotations: withExceptions(gateExceptions(context)),
      }),
      dependsOn: [`${workload.resource}-job`, `${name}-role`, `${name}-role-binding`],
    },
  ];
}

function gateExceptions(context: PlanContext): readonly ScannerException[] {
  const images = (["kubectl", "pause"] as const).map(helper => helperImage(context, helper));
  return ["sleeping gate", ...(images.every(isFixed) ? (["fixed image"] as const) : [])];
}

type Body = Fields & { readonly apiVersion: string; readonly kind: string };

function role(job: string) {
  return {
    apiVersion: "rbac.authorization.k8s.io/v1",
    kind: "Role",
    rules: [
      { apiGroups: ["batch"], resources: ["jobs"], resourceNames: [job], verbs: ["get", "list", "watch"] },
    ],
  };
}

function roleBinding(name: string, namespace: string) {
  return {
    apiVersion: "rbac.authorization.k8s.io/v1",
    kind: "RoleBinding",
    roleRef: { apiGroup: "rbac.authorization.k8s.io", kind: "Role", name },
    subjects: [{ kind: "ServiceAccount", name, namespace }],
  };
}

/** The API server has no pod and no fixed address; its ports are 443 on managed clusters and 6443 elsewhere. */
function policy(matchLabels: Labels) {
  const ports = [443, 6443].map(port => ({ protocol: "TCP", port }));
  return {
    apiVersion: "networking.k8s.io/v1",
    kind: "NetworkPolicy",
    spec: { podSelector: { matchLabels }, policyTypes: ["Egress"], egress: [{ ports }] },
  };
}

function deployment(
  context: PlanContext,
  { name, labels: all }: { readonly name: string; readonly labels: Labels },
  job: string,
  labels: { readonly own: Labels; readonly pods: Labels },
) {
  return {
    apiVersion: "apps/v1",
    kind: "Deployment",
    spec: {
      replicas: 1,
      revisionHistoryLimit: 2,
      selector: { matchLabels: labels.own },
      template: { metadata: { labels: { ...all, ...labels.pods } }, spec: podSpec(context, name, job) },
    },
  };
}

function podSpec(context: PlanContext, serviceAccountName: string, job: string): Fields {
  const token = { name: "token", mountPath: "/var/run/secrets/kubernetes.io/serviceaccount", readOnly: true };
  const wait = ["kubectl", "wait", "--for=condition=complete", "--timeout=24h", `job/${job}`];
  return {
    serviceAccountName,
    automountServiceAccountToken: false,
    enableServiceLinks: false,
    securityContext: { runAsNonRoot: true, seccompProfile: { type: "RuntimeDefault" } },
    initContainers: [
      helperContainer("wait-for-job", helperImage(context, "kubectl"), wait, { volumeMounts: [token] }),
    ],
    containers: [helperContainer("done", helperImage(context, "pause"), ["/pause"])],
    volumes: [{ name: "token", projected: { defaultMode: 0o444, sources: tokenSources() } }],
  };
}

/** What an automounted token consists of, for one container only. */
function tokenSources(): readonly Fields[] {
  const namespace = { path: "namespace", fieldRef: { apiVersion: "v1", fieldPath: "metadata.namespace" } };
  return [
    { serviceAccountToken: { path: "token", expirationSeconds: 3600 } },
    { configMap: { name: "kube-root-ca.crt", items: [{ key: "ca.crt", path: "ca.crt" }] } },
    { downwardAPI: { items: [namespace] } },
  ];
}
