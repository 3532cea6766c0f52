import { stringify } from "yaml";
import { sortedEntries } from "../../lib/records";
import type { KubernetesPlan, Manifest, PlannedManifest } from "./kubernetes-plan";
import { mapText } from "./map-text";
import { type Images, placeholdersOf } from "./placeholders";
import { RELEASE_KEY } from "./release-record";
import { rolloutScript } from "./rollout-script";

/** Where the Secrets go, which nobody can apply before their values are filled in. */
const SECRETS = "secrets.example.yaml";
/** What the release consists of; the last to be applied. */
const RELEASE = "_release.yaml";
/** Applies the folder, for those without Pulumi. */
const ROLLOUT_SCRIPT = "rollout.sh";
const SECRETS_HEADER = [
  "# Each value is the name of a secret, not the secret. Put the real values in and apply the result before the",
  "# rest, or make Secrets of these names by other means; kustomization.yaml does not list this file.",
].join("\n");

/**
 * The manifests as YAML by path, the same as what the deployment applies: `namespace.yaml`, `_shared.yaml` for
 * what no single service owns, one file a service, `_release.yaml` with the release's record, and a
 * `kustomization.yaml` that lists them. Secrets stand apart, with names for values. `rollout.sh` applies all of it and
 * goes back when that fails. An image that is not given stays `towpath.build/<service>`.
 */
export function renderManifests(plan: KubernetesPlan, images: Images): Record<string, string> {
  const placeholders = placeholdersOf(plan);
  const files = new Map<string, Manifest[]>();
  for (const planned of plan.manifests) {
    const filled = mapText(planned.manifest, (text, field) => placeholders.fill(text, field, images));
    const path = pathOf(planned);
    const manifests = files.get(path) ?? [];
    files.set(path, manifests);
    manifests.push(filled as Manifest);
  }
  const first = ["namespace.yaml", "_shared.yaml"].filter(path => files.has(path));
  const apart = [...first, RELEASE, SECRETS];
  const rest = [...files.keys()].filter(path => !apart.includes(path)).sort();
  const kustomization = {
    apiVersion: "kustomize.config.k8s.io/v1beta1",
    kind: "Kustomization",
    resources: [...first, ...rest, RELEASE],
  };
  const rendered = Object.fromEntries(
    [...files].map(([path, manifests]) => [path, documents(path, manifests)]),
  );
  const script = placeholders.fill(rolloutScript(plan), ROLLOUT_SCRIPT, images);
  return Object.fromEntries(
    sortedEntries({ ...rendered, "kustomization.yaml": yaml(kustomization), [ROLLOUT_SCRIPT]: script }),
  );
}

function pathOf({ key, service, manifest }: PlannedManifest): string {
  if (key === RELEASE_KEY) return RELEASE;
  if (manifest.kind === "Secret") return SECRETS;
  if (manifest.kind === "Namespace") return "namespace.yaml";
  return service === undefined ? "_shared.yaml" : `${service}.yaml`;
}

function documents(path: string, manifests: readonly Manifest[]): string {
  const text = manifests.map(yaml).join("---\n");
  return path === SECRETS ? `${SECRETS_HEADER}\n${text}` : text;
}

/** Quoted as YAML 1.1 needs it, which is what kubectl reads: there, a plain `no` is false. */
function yaml(value: unknown): string {
  return stringify(value, { version: "1.1", lineWidth: 0, aliasDuplicateObjects: false });
}
