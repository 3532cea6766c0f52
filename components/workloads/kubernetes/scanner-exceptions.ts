import { sortedEntries } from "../../lib/records";
import type { Labels } from "./labels";

/** A decision of the planner that a scanner's default rules find fault with. */
interface Exception {
  /** Why it stands; without `=`, at which Checkov takes its annotations apart. */
  readonly why: string;
  readonly checkov?: readonly string[];
  readonly kubeScore?: readonly string[];
}

/** All of them. What the Compose file itself could do better is none: there the finding is for whoever wrote it. */
export const SCANNER_EXCEPTIONS = {
  "fixed image": {
    why: "an image named by digest never changes, and a registry that is down must not stop a restart",
    kubeScore: ["container-image-pull-policy"],
  },
  "no liveness": {
    why: "Compose restarts no container for being unhealthy; x-towpath.liveness asks for it",
    checkov: ["CKV_K8S_8"],
  },
  "patient liveness": {
    why: "the health check of the file is both probes, but a restart takes three times as many failures",
    kubeScore: ["pod-probes-identical"],
  },
  "image's user": {
    why: "the user that the image has its files for",
    checkov: ["CKV_K8S_40"],
    kubeScore: ["container-security-context-user-group-id"],
  },
  "one writer": {
    why: "a pod that mounts a volume is gone before the next one starts",
    kubeScore: ["deployment-strategy"],
  },
  "one node": {
    why: "a volume is for one node at a time, so the replicas that share it run together",
    kubeScore: ["deployment-has-host-podantiaffinity"],
  },
  "sleeping gate": {
    why: "ready once its Job is done, and then it sleeps; who runs already does not need it",
    checkov: ["CKV_K8S_8", "CKV_K8S_9"],
    kubeScore: ["pod-probes", "deployment-replicas"],
  },
  "pods of others": {
    why: "cert-manager makes the pods that it is for, and only while a certificate is asked for",
    kubeScore: ["networkpolicy-targets-pod"],
  },
} as const satisfies Readonly<Record<string, Exception>>;

export type ScannerException = keyof typeof SCANNER_EXCEPTIONS;

const KUBE_SCORE = "kube-score/ignore";

/**
 * Annotations of an object by which scanners know its exceptions, beside those that it has. Source: Checkov,
 * "Suppressing and skipping policies" (Kubernetes); kube-score, "Ignoring a test".
 */
export function withExceptions(exceptions: readonly ScannerException[], annotations: Labels = {}): Labels {
  const all: readonly Exception[] = exceptions.map(name => SCANNER_EXCEPTIONS[name]);
  const own = annotations[KUBE_SCORE]?.split(",").map(one => one.trim()) ?? [];
  const ignored = [...new Set([...own, ...all.flatMap(({ kubeScore = [] }) => kubeScore)])].sort();
  const skipped = all.flatMap(({ why, checkov = [] }) => checkov.map(check => `${check}=${why}`)).sort();
  const keys = freeKeys(annotations, skipped.length);
  return Object.fromEntries(
    sortedEntries({
      ...annotations,
      ...Object.fromEntries(skipped.map((text, index) => [keys[index] ?? "", text])),
      ...(ignored.length > 0 && { [KUBE_SCORE]: ignored.join(",") }),
    }),
  );
}

/** Numbered as Checkov has it, past those that the Compose file uses. */
function freeKeys(taken: Labels, count: number): readonly string[] {
  const most = Object.keys(taken).length + count;
  const keys = Array.from({ length: most }, (_, index) => `checkov.io/skip${index + 1}`);
  return keys.filter(key => !Object.hasOwn(taken, key)).slice(0, count);
}
