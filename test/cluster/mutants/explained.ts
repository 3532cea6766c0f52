/** A disagreement with a scanner that stands, and why. */
export interface Explained {
  readonly scanner: "Checkov" | "kube-score";
  /** Which mutants it is about. */
  readonly mutants: RegExp;
  /** The rules that alone find it, or that alone do not, as in `shared.ts`. */
  readonly rules: string;
  readonly foundBy: "rules" | "scanner";
  readonly why: string;
}

/**
 * Every disagreement. Not among the mutants is CKV_AWS_46 on the user data that machines really get: Checkov takes any
 * 40 letters in a row for a secret key, of which a long script has some, and the rules look for what is assigned.
 */
export const EXPLAINED: readonly Explained[] = [
  {
    scanner: "Checkov",
    mutants: /: runs unconfined$/,
    rules: "seccomp-profile",
    foundBy: "rules",
    why: "CKV_K8S_31 is content with the pod's profile, which the container's own Unconfined overrides",
  },
  {
    scanner: "Checkov",
    mutants: /: a root disk as the image has it$/,
    rules: "disk-encrypted",
    foundBy: "rules",
    why: "CKV_AWS_8 lets a root disk pass that does not say; AWS then makes it as the image is, which is not encrypted",
  },
  {
    scanner: "kube-score",
    mutants: /: only spread$/,
    rules: "replicas-spread",
    foundBy: "scanner",
    why: "kube-score asks for a podAntiAffinity; topologySpreadConstraints, which are left, keep replicas apart as well",
  },
];
