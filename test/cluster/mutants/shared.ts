/** One thing that a scanner and the rules both look at: broken when any of the checks, or of the rules, says so. */
export interface Shared {
  readonly rules: readonly string[];
  readonly checks: readonly string[];
  /** The only types that the checks look at, where the rules look at more. */
  readonly types?: readonly string[];
}

const pairs = (
  prefix: string,
  all: Readonly<Record<string, readonly (number | string)[]>>,
): readonly Shared[] =>
  Object.entries(all).map(([rules, checks]) => ({
    rules: rules.split(" "),
    checks: checks.map(check => (typeof check === "number" ? `${prefix}_${check}` : check)),
  }));

/** Checkov's checks of one manifest. CKV2_K8S_6 looks across all files at once; network policies are kube-score's. */
export const CHECKOV_KUBERNETES = pairs("CKV_K8S", {
  "capabilities-dropped": [37],
  "container-not-privileged": [16],
  "cpu-limited": [11],
  "health-checked": [9],
  // Both say "by digest": the rules tell a tag that may move from one that says nothing.
  "image-by-digest image-tagged": [43],
  "image-tagged": [14],
  "memory-limited": [13],
  "no-dangerous-capabilities": [39],
  "no-docker-socket": [27],
  "no-host-namespaces": [17, 18, 19],
  "no-host-port": [26],
  "no-privilege-escalation": [20],
  "no-service-account-token": [38],
  "non-root": [23],
  "high-user-id non-root": [40],
  "not-in-default-namespace": [21],
  "rbac-no-wildcard": [49],
  "read-only-root": [22],
  "resources-requested": [10, 12],
  "seccomp-profile": [31],
});

/** Checkov's checks of AWS resources. */
export const CHECKOV_AWS: readonly Shared[] = [
  {
    rules: ["metadata-hop-limit"],
    checks: ["CKV_AWS_341"],
    types: ["aws:ec2/launchTemplate:LaunchTemplate"],
  },
  ...pairs("CKV_AWS", {
    "bucket-encrypted-by-key bucket-encrypted": [145],
    "bucket-lifecycle": [300, "CKV2_AWS_61"],
    "bucket-public-access-blocked": ["CKV2_AWS_6", 53, 54, 55, 56],
    "bucket-versioned": [21],
    "default-security-group-closed": ["CKV2_AWS_12"],
    "detailed-monitoring": [126],
    "disk-encrypted": [3, 8],
    "ebs-optimized": [135],
    "egress-limited": [382],
    "eks-control-plane-logs": [37],
    "eks-endpoint-limited": [38],
    "eks-secrets-encrypted": [58],
    "flow-logs": ["CKV2_AWS_11"],
    "iam-no-admin-policy": [274],
    // What may be done to everything there is: Checkov parts it by kind of action, the rules by what comes of it.
    "iam-no-escalation iam-scoped-resource": [286, 289, 290],
    "iam-no-wildcard-action": [63],
    "instance-metadata-v2": [79],
    "instance-role": ["CKV2_AWS_41"],
    "key-rotated": [7],
    "log-encrypted": [158],
    "log-kept-a-year log-retention": [338],
    "log-retention": [66],
    "no-open-admin-port": [24, 25, 277],
    "no-public-policy": [33],
    "no-secret-in-user-data": [46],
    "no-ssh-key": [100],
    "repository-encrypted-by-key": [136],
    "repository-immutable": [51],
    "repository-scanned": [163],
    "security-group-described": [23],
    "subnet-no-public-address": [130],
    "versions-in-support": [339],
  }),
];

/** kube-score's checks. */
export const KUBE_SCORE = pairs("", {
  "autoscaler-minimum": ["horizontalpodautoscaler-replicas"],
  "autoscaler-owns-replicas": ["deployment-targeted-by-hpa-does-not-have-replicas-configured"],
  "container-not-privileged": ["container-security-context-privileged"],
  "cpu-limited memory-limited resources-requested": ["container-resources"],
  "high-user-id non-root": ["container-security-context-user-group-id"],
  "image-tagged": ["container-image-tag"],
  "namespace-network-policy": ["pod-networkpolicy"],
  "no-node-port": ["service-type"],
  "probes-differ": ["pod-probes-identical"],
  "read-only-root": ["container-security-context-readonlyrootfilesystem"],
  "replicas-spread": ["deployment-has-host-podantiaffinity", "statefulset-has-host-podantiaffinity"],
  "scratch-limited": ["container-ephemeral-storage-request-and-limit"],
});
