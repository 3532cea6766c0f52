import type { AddonSettings } from "../settings/addons";
import type { AppFacts } from "./app-facts";

export type ImagePolicySettings = Exclude<AddonSettings["imagePolicy"], boolean | undefined>;

/** What pods may be made of, and what makes pods. */
const RESOURCES = [
  { apiGroups: [""], resources: ["pods", "pods/ephemeralcontainers"] },
  { apiGroups: ["apps"], resources: ["daemonsets", "deployments", "replicasets", "statefulsets"] },
  { apiGroups: ["batch"], resources: ["jobs"] },
] as const;

/**
 * What of an image policy the API server's own ValidatingAdmissionPolicy and Kyverno's ValidatingPolicy write alike:
 * which objects, and what must hold for their images, in CEL. Towpath's
 * own small images are let through as named, and what the stack builds counts as from an allowed registry.
 */
export function imagePolicySpec(
  { digests, registries }: ImagePolicySettings,
  { ownImages }: AppFacts,
  builtFrom?: string,
) {
  const from = [...registries, ...(builtFrom === undefined ? [] : [builtFrom])];
  return {
    resourceRules: RESOURCES.map(rule => ({
      apiGroups: [...rule.apiGroups],
      apiVersions: ["v1"],
      operations: ["CREATE", "UPDATE"],
      resources: [...rule.resources],
    })),
    variables: [
      { name: "pod", expression: "has(object.spec.template) ? object.spec.template.spec : object.spec" },
      { name: "images", expression: `(${IMAGES}).filter(image, !(image in ${list(ownImages)}))` },
    ],
    validations: [...(digests ? [DIGEST] : []), ...(registries.length > 0 ? [registry(from)] : [])],
  };
}

const IMAGES = ["containers", "initContainers", "ephemeralContainers"]
  .map(field => `(has(variables.pod.${field}) ? variables.pod.${field}.map(one, one.image) : [])`)
  .join(" + ");

const DIGEST = validation(
  "image.matches('@sha256:[0-9a-f]{64}$')",
  "not named by digest; write name@sha256:…, or let towpath build it",
);

/** An image without a host comes from Docker Hub. */
function registry(registries: readonly string[]) {
  const isHub = registries.some(prefix => /^docker\.io(\/|$)/.test(prefix));
  const named = `${list(registries)}.exists(prefix, image.startsWith(prefix))`;
  const hub = "!image.matches('^([^/]*[.:][^/]*|localhost)/')";
  const allowed = registries.join(", ");
  return validation(isHub ? `(${named} || ${hub})` : named, `not from an allowed registry (${allowed})`);
}

function validation(holds: string, wrong: string) {
  return {
    expression: `variables.images.all(image, ${holds})`,
    messageExpression: `'images ' + variables.images.filter(image, !(${holds})).join(', ') + ': ${wrong}'`,
  };
}

/** A list of texts in CEL. */
function list(texts: readonly string[]): string {
  return `[${texts.map(text => `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`).join(", ")}]`;
}
