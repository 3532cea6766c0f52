import { parseAllDocuments } from "yaml";
import type { KubernetesPlan, Manifest } from "../../../components/workloads/kubernetes/kubernetes-plan";
import { renderManifests } from "../../../components/workloads/kubernetes/render-manifests";
import { kubectl, tryKubectl } from "./cluster";
import { listOf } from "./rendered";

const SECRETS = "towpath.dev/secrets";

interface Live extends Manifest {
  readonly spec: {
    readonly template?: { readonly metadata?: { readonly annotations?: Record<string, string> } };
  };
}

/**
 * How the rendered YAML of a plan differs from what is on the cluster, by the server's own diff, and which of
 * towpath's objects there are beside it. The digest of secrets, which nobody can render, is taken from the cluster.
 */
export async function differsFromRendered(plan: KubernetesPlan) {
  const documents = Object.entries(renderManifests(plan, {}))
    .filter(([path]) => path.endsWith(".yaml") && !/^(kustomization|secrets\.example)/.test(path))
    .flatMap(([, text]) => parseAllDocuments(text, { version: "1.1" }).map(one => one.toJS() as Manifest));
  const withDigests = await Promise.all(documents.map(withDigest));
  const words = ["diff", "--server-side", "--force-conflicts", "--field-manager=towpath", "--filename=-"];
  const { out, err } = await tryKubectl(words, listOf(withDigests));
  return { diff: out + err, beside: await besides(plan) };
}

/** The manifest with the digest that its pods have on the cluster. */
async function withDigest(manifest: Manifest): Promise<Manifest> {
  const text = JSON.stringify(manifest);
  if (!text.includes(`"${SECRETS}":`)) return manifest;
  const { kind, metadata } = manifest;
  const words = ["get", kind, metadata.name, `--namespace=${metadata.namespace}`, "--output=json"];
  const { spec } = JSON.parse(await kubectl(words)) as Live;
  const digest = spec.template?.metadata?.annotations?.[SECRETS] ?? "";
  return JSON.parse(text.replace(/"towpath.dev\/secrets":"[^"]*"/, `"${SECRETS}":"${digest}"`)) as Manifest;
}

async function besides({ manifests, namespace }: KubernetesPlan): Promise<readonly string[]> {
  const kinds = [...new Set(manifests.map(({ manifest }) => manifest.kind.toLowerCase()))];
  const selector = "--selector=app.kubernetes.io/managed-by=towpath";
  const found = await kubectl([
    "get",
    kinds.join(","),
    selector,
    `--namespace=${namespace}`,
    "--output=json",
  ]);
  const { items } = JSON.parse(found) as { readonly items: readonly Manifest[] };
  const id = ({ kind, metadata }: Manifest) => `${kind.toLowerCase()}/${metadata.name}`;
  const planned = new Set(manifests.map(({ manifest }) => id(manifest)));
  // Controllers make others after the pattern of theirs, with an owner.
  const own = items.filter(({ metadata }) => !("ownerReferences" in metadata));
  return own.map(id).filter(one => !planned.has(one) && !one.startsWith("namespace/"));
}
