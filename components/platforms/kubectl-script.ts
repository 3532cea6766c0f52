/** The variable of a script's environment that holds a kubeconfig's text. */
export const KUBECONFIG_VARIABLE = "TOWPATH_KUBECONFIG";

export interface KubectlWords {
  /** What is said where the cluster is given up, as `PULUMI_K8S_DELETE_UNREACHABLE` says. */
  readonly givenUp: string;
  /** What kubectl is needed for. */
  readonly purpose: string;
}

/** What a shell script (POSIX) begins with that reaches a cluster by kubectl where Pulumi runs, when something is deleted. */
export function withKubectl({ givenUp, purpose }: KubectlWords): string {
  return `set -eu
if [ "\${PULUMI_K8S_DELETE_UNREACHABLE:-}" = true ]; then
  echo "the cluster is given up: ${givenUp}"
  exit 0
fi
if ! command -v kubectl >/dev/null; then
  echo "kubectl is not installed, and ${purpose} by it; install it and run this again" >&2
  exit 1
fi
umask 077
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
printf '%s' "$${KUBECONFIG_VARIABLE}" >"$folder/kubeconfig"
export KUBECONFIG="$folder/kubeconfig"
`;
}
