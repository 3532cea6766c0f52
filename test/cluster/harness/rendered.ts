import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseAllDocuments } from "yaml";
import type { Loaded } from "../../../components/app/load/loaded";
import type { BoardFacts } from "../../../components/lib/edge";
import type { KubernetesPlan, Manifest } from "../../../components/workloads/kubernetes/kubernetes-plan";
import { planKubernetes } from "../../../components/workloads/kubernetes/plan";
import { renderManifests } from "../../../components/workloads/kubernetes/render-manifests";

/** Plans an app for the test cluster, and boards that a test adds to it. */
export function planFor(
  loaded: Loaded,
  storageClass = "standard",
  boards: readonly BoardFacts[] = [],
): KubernetesPlan {
  const facts = {
    storageClass,
    gatewayClass: "traefik",
    ingressNamespace: "traefik",
    monitoringNamespace: "monitoring",
    architectures: ["amd64", "arm64"] as const,
    spot: false,
    clusterIssuer: "letsencrypt",
    edge: boards,
  };
  return planKubernetes({ loaded, domain: "example.com", volumeSizeGb: 1 }, facts);
}

/** What `towpath render` writes, as a folder for `kubectl apply --kustomize`, and its Secrets with values. */
export interface Rendered {
  readonly folder: string;
  readonly namespace: string;
  /** The file of the Secrets after somebody filled it in. */
  readonly secrets: string;
}

/** Renders a plan into a new folder; each secret gets the value that `secretOf` has for its name. */
export function rendered(plan: KubernetesPlan, secretOf: (name: string) => string): Rendered {
  const files = renderManifests(plan, {});
  const folder = mkdtempSync(join(tmpdir(), "towpath-rendered-"));
  for (const [path, text] of Object.entries(files)) writeFileSync(join(folder, path), text);
  const documents = parseAllDocuments(files["secrets.example.yaml"] ?? "").map(one => one.toJS() as Manifest);
  const filled = documents.map(secret => ({
    ...secret,
    stringData: Object.fromEntries(
      Object.entries(secret.stringData as Record<string, string>).map(([key, name]) => [key, secretOf(name)]),
    ),
  }));
  return { folder, namespace: plan.namespace, secrets: listOf(filled) };
}

/** Manifests as one document that kubectl takes. */
export function listOf(items: readonly unknown[]): string {
  return JSON.stringify({ apiVersion: "v1", kind: "List", items });
}
