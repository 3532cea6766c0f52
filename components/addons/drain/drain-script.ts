import { KUBECONFIG_VARIABLE, withKubectl } from "../../platforms/kubectl-script";
import type { Drained } from "./drained";

/** How long a controller may take to remove what it made, seconds. */
export const DRAIN_SECONDS = 900;

/** Variables that the scripts read: a kubeconfig's text, and the namespace of the app. */
export const DRAIN_VARIABLES = { kubeconfig: KUBECONFIG_VARIABLE, namespace: "TOWPATH_NAMESPACE" } as const;

/**
 * The shell script (POSIX) of a drain, run while the controllers still live. It does nothing while the app's namespace
 * stands, so that a drain which goes for any other reason than a destroy takes nothing away from a running app. It
 * fails when the cluster does not answer: what is asked is kept in a variable, as `set -e` does not see into a test.
 */
export function drainScript(what: Drained): string {
  return `${BEGIN}\n${SCRIPTS[what]}\n`;
}

const BEGIN = `${withKubectl({ givenUp: "nothing is drained", purpose: "a cluster is drained" })}found=$(kubectl get namespace "$${DRAIN_VARIABLES.namespace}" --ignore-not-found --output=name)
if [ -n "$found" ]; then
  echo "the namespace $${DRAIN_VARIABLES.namespace} still stands: nothing is drained"
  exit 0
fi`;

/** A Service of this type goes once its load balancer is gone: the cloud's controller holds it until then. */
const LOAD_BALANCERS = `gateways=gateways.gateway.networking.k8s.io
found=$(kubectl get customresourcedefinition "$gateways" --ignore-not-found --output=name)
if [ -n "$found" ]; then
  kubectl delete "$gateways" --all --all-namespaces --timeout=${DRAIN_SECONDS}s
fi
kubectl delete services --all-namespaces --field-selector=spec.type=LoadBalancer --timeout=${DRAIN_SECONDS}s`;

/** Disks of claims that are gone are waited for. A claim that is left is someone's data, and not ours to delete. */
const VOLUMES = `columns='{.metadata.name}{" "}{.spec.claimRef.namespace}{" "}{.spec.claimRef.name}{"\\n"}'
only='?(@.spec.persistentVolumeReclaimPolicy=="Delete")'
kubectl get persistentvolumes --output=jsonpath="{range .items[$only]}$columns{end}" >"$folder/volumes"
: >"$folder/claimed"
while read -r volume namespace claim; do
  if [ -z "$claim" ]; then continue; fi
  object="persistentvolumeclaim/$claim"
  found=$(kubectl --namespace "$namespace" get "$object" --ignore-not-found --output=name </dev/null)
  if [ -n "$found" ]; then
    echo "$namespace/$claim" >>"$folder/claimed"
  else
    kubectl wait --for=delete "persistentvolume/$volume" --timeout=${DRAIN_SECONDS}s </dev/null
  fi
done <"$folder/volumes"
if [ -s "$folder/claimed" ]; then
  echo "these claims keep disks that would be left behind; delete them and run this again:" >&2
  cat "$folder/claimed" >&2
  exit 1
fi`;

const SCRIPTS: Readonly<Record<Drained, string>> = { "load-balancers": LOAD_BALANCERS, volumes: VOLUMES };
