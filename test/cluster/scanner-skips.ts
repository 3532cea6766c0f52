/** A finding of a scanner that stands, and why. */
export interface Skip {
  readonly check: string;
  /** The objects that it stands for, as `Kind/name`; absent: all of them. */
  readonly objects?: readonly string[];
  readonly why: string;
}

const PINNED =
  "tags that move are pulled always; a fixed tag or digest need not be, and a registry that is down must not stop a restart";
/** What starts with towpath's own helpers beside the app's images, which are all named by digest here. */
const WITH_HELPERS = [
  "StatefulSet/db",
  "Deployment/worker",
  "Job/migrate",
  "Deployment/migrate-gate",
  "Deployment/web",
];
const PROBES = "a probe is made of the Compose file's health check, and this service has none";
const IMAGE_USER =
  "the user that the image has its files for, named in the Compose file or known of the image";

/** Of Checkov. */
export const CHECKOV_SKIPS: readonly Skip[] = [
  {
    check: "CKV_K8S_8",
    objects: [
      "Deployment/hello",
      "StatefulSet/db",
      "Deployment/worker",
      "Deployment/migrate-gate",
      "Deployment/web",
    ],
    why: "Compose never restarts a container for being unhealthy; `x-towpath.liveness` asks for it",
  },
  { check: "CKV_K8S_9", objects: ["Deployment/worker", "Deployment/migrate-gate"], why: PROBES },
  { check: "CKV_K8S_15", objects: WITH_HELPERS, why: PINNED },
  {
    check: "CKV_K8S_22",
    objects: ["Deployment/hello"],
    why: "read-only where the Compose file says `read_only`",
  },
  { check: "CKV_K8S_40", objects: ["StatefulSet/db", "Deployment/hello"], why: IMAGE_USER },
  {
    check: "CKV_K8S_43",
    objects: WITH_HELPERS,
    why: "towpath's own helpers are named by version, so that a mirror of them may serve",
  },
];

/** Of kube-score: what it calls critical, and warnings. */
export const KUBE_SCORE_SKIPS: readonly Skip[] = [
  {
    check: "container-image-pull-policy",
    objects: ["Deployment/hello", ...WITH_HELPERS],
    why: PINNED,
  },
  { check: "pod-probes", objects: ["Deployment/worker", "Deployment/migrate-gate"], why: PROBES },
  {
    check: "container-security-context-user-group-id",
    objects: ["StatefulSet/db", "Deployment/hello"],
    why: IMAGE_USER,
  },
  {
    check: "container-security-context-readonlyrootfilesystem",
    objects: ["Deployment/hello"],
    why: "read-only where the Compose file says `read_only`",
  },
  {
    check: "deployment-replicas",
    objects: ["Deployment/worker", "Deployment/migrate-gate", "Deployment/hello"],
    why: "one pod, as the Compose file has it",
  },
  {
    check: "deployment-has-host-podantiaffinity",
    objects: ["Deployment/web"],
    why: "pods are spread over nodes by topologySpreadConstraints, which do not leave them pending on a small cluster",
  },
  {
    check: "statefulset-has-servicename",
    objects: ["StatefulSet/db"],
    why: "there is one pod, and its Service has an address that stays when the pod is replaced; a headless one's does not",
  },
  {
    check: "networkpolicy-targets-pod",
    objects: ["NetworkPolicy/allow-acme"],
    why: "cert-manager makes the pod that it is for, and only while a certificate is asked for",
  },
];
