import { TEMPLATED_KINDS } from "./change-cause";
import type { KubernetesPlan, PlannedManifest } from "./kubernetes-plan";
import { SKIP_AWAIT } from "./skip-await";

/**
 * A script for those who apply the rendered manifests by kubectl, with the contract that a deployment has: it waits
 * until the release is healthy, and takes back what it applied when that fails.
 */
export function rolloutScript({ namespace, manifests }: KubernetesPlan): string {
  const texts: Readonly<Record<string, readonly string[]>> = {
    namespace: [namespace],
    checks: [...manifests.flatMap(jobCheck), ...manifests.flatMap(rolloutCheck)].map(
      check => `  ${check} || return 1\n`,
    ),
    replaced: manifests
      .filter(({ manifest }) => manifest.kind === "StatefulSet")
      .map(one => `  replace_stuck ${one.manifest.metadata.name}\n`),
    restarts: secretNames(manifests).flatMap(secret =>
      manifests
        .filter(one => TEMPLATED_KINDS.has(one.manifest.kind) && takes(one, secret))
        .map(one => `  if changed ${secret}; then kube rollout restart ${workloadOf(one)}; fi\n`),
    ),
  };
  return SCRIPT.replace(/@(\w+)@\n?/g, (_, name: string) => (texts[name] ?? []).join(""));
}

function jobCheck({ manifest: { kind, metadata }, rolloutSeconds }: PlannedManifest): readonly string[] {
  const [skip = ""] = Object.keys(SKIP_AWAIT);
  if (kind !== "Job" || metadata.annotations?.[skip] !== undefined) return [];
  return [`finished ${metadata.name} ${rolloutSeconds}`];
}

function rolloutCheck(planned: PlannedManifest): readonly string[] {
  const { manifest, rolloutSeconds } = planned;
  if (!TEMPLATED_KINDS.has(manifest.kind) || rolloutSeconds === undefined) return [];
  return [`rolled_out ${workloadOf(planned)} ${rolloutSeconds}`];
}

function workloadOf({ manifest: { kind, metadata } }: PlannedManifest): string {
  return `${kind.toLowerCase()}/${metadata.name}`;
}

function secretNames(manifests: readonly PlannedManifest[]): readonly string[] {
  return manifests.flatMap(({ manifest: { kind, metadata } }) => (kind === "Secret" ? [metadata.name] : []));
}

function takes({ manifest }: PlannedManifest, secret: string): boolean {
  const text = JSON.stringify(manifest.spec);
  return text.includes(`"secretName":"${secret}"`) || text.includes(`"secretKeyRef":{"name":"${secret}"`);
}

const SCRIPT = `#!/bin/sh
# Rolls this release out by kubectl: applies it, waits until it is healthy, and goes back to the release before when
# it is not. Ends with 0 only when the release is out.
#   usage: rollout.sh [SECRETS]    SECRETS: the Secrets with their values, see secrets.example.yaml
#   KUBECTL: another program than kubectl. ROLLOUT_SECONDS: a shorter time for each service.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
kube() { "\${KUBECTL:-kubectl}" --namespace @namespace@ "$@"; }
say() { echo "rollout: $*" >&2; }

# finished JOB SECONDS: waits for a Job's end; fails when the Job failed.
finished() {
  end=$(($(date +%s) + \${ROLLOUT_SECONDS:-$2}))
  while [ "$(date +%s)" -lt "$end" ]; do
    case $(kube get "job/$1" --output 'jsonpath={.status.conditions[?(@.status=="True")].type}') in
      *Failed*) break ;;
      *Complete*) return 0 ;;
    esac
    sleep 1
  done
  say "job $1 failed"
  return 1
}

rolled_out() { kube rollout status "$1" --timeout "\${ROLLOUT_SECONDS:-$2}s"; }

healthy() {
@checks@
  return 0
}

versions() {
  kube get secrets --output 'jsonpath={range .items[*]}{.metadata.name} {.metadata.resourceVersion}{"\\n"}{end}'
}

# changed SECRET: whether a Secret that was there has another value now.
changed() {
  grep -q "^$1 " "$work/secrets.before" && ! grep -qxF "$(grep "^$1 " "$work/secrets.after")" "$work/secrets.before"
}

# Variables and single files of a Secret reach a pod only when it starts.
restart_for_secrets() {
@restarts@
  return 0
}

# replace_stuck STATEFULSET: it waits for a pod that never got ready, even when its template went back.
replace_stuck() {
  until [ "$(kube get "statefulset/$1" --output 'jsonpath={.metadata.generation}')" = \
    "$(kube get "statefulset/$1" --output 'jsonpath={.status.observedGeneration}')" ]; do sleep 1; done
  revision=$(kube get "statefulset/$1" --output 'jsonpath={.status.updateRevision}')
  kube delete pods --selector "app.kubernetes.io/name=$1,controller-revision-hash!=$revision" --wait=false
}

# What is there of this release's objects, as the release before applied it: one JSON document a line.
kube apply --filename "$here/namespace.yaml"
kube get --kustomize "$here" --ignore-not-found --output name >"$work/objects"
applied='{.metadata.annotations.kubectl\\.kubernetes\\.io/last-applied-configuration}{"\\n"}'
kube get --kustomize "$here" --ignore-not-found --output "jsonpath={range .items[*]}$applied{end}" >"$work/applied"
grep '^{' "$work/applied" >"$work/before.json" || true

versions >"$work/secrets.before"
if [ -n "\${1:-}" ]; then kube apply --filename "$1"; fi
versions >"$work/secrets.after"

if kube apply --kustomize "$here" && restart_for_secrets && healthy; then
  say "the release is out"
  exit 0
fi
record=$(kube create --dry-run=client --output name --filename "$here/_release.yaml")
if ! grep -qxF "$record" "$work/objects"; then kube delete "$record" --ignore-not-found; fi
if grep -qE '"kind":"(Deployment|StatefulSet|DaemonSet)"' "$work/before.json"; then
  say "the release failed: going back to the one before"
  kube apply --filename "$work/before.json"
@replaced@
else
  say "the release failed, and there is none to go back to"
fi
exit 1
`;
