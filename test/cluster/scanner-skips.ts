/** A finding of a scanner that stands, and why. */
export interface Skip {
  readonly check: string;
  /** The objects that it stands for, as `Kind/name`; absent: all of them. */
  readonly objects?: readonly string[];
  readonly why: string;
}

const IMAGE_USER = "the user that the image has its files for, as long as the Compose file names no other";
const ONLY_SLEEPS =
  "its pod is ready once the Job is done, and its program then sleeps: there is nothing that a probe could ask";

/** Of Checkov. */
export const CHECKOV_SKIPS: readonly Skip[] = [
  {
    check: "CKV_K8S_8",
    objects: ["Deployment/hello", "Deployment/worker", "Deployment/web", "StatefulSet/db"],
    why: "Compose never restarts a container for being unhealthy; `x-towpath.liveness` asks for it",
  },
  { check: "CKV_K8S_8", objects: ["Deployment/migrate-gate"], why: ONLY_SLEEPS },
  { check: "CKV_K8S_9", objects: ["Deployment/migrate-gate"], why: ONLY_SLEEPS },
  { check: "CKV_K8S_40", objects: ["StatefulSet/db"], why: IMAGE_USER },
];

/** Of kube-score: what it calls critical, and warnings. */
export const KUBE_SCORE_SKIPS: readonly Skip[] = [
  {
    check: "container-image-pull-policy",
    objects: [
      "Deployment/hello",
      "StatefulSet/db",
      "Deployment/worker",
      "Job/migrate",
      "Deployment/migrate-gate",
      "Deployment/web",
    ],
    why: "an image named by digest never changes, and a registry that is down must not stop a restart",
  },
  { check: "pod-probes", objects: ["Deployment/migrate-gate"], why: ONLY_SLEEPS },
  {
    check: "container-security-context-user-group-id",
    objects: ["StatefulSet/db"],
    why: IMAGE_USER,
  },
  {
    check: "deployment-replicas",
    objects: ["Deployment/migrate-gate"],
    why: "only starts wait for it; when its node is lost another takes its place, and what runs does not notice",
  },
  {
    check: "networkpolicy-targets-pod",
    objects: ["NetworkPolicy/allow-acme"],
    why: "cert-manager makes the pod that it is for, and only while a certificate is asked for",
  },
];
