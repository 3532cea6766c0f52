import { filled } from "./filled";
import type { StateResource } from "./state";

export const HELM_RELEASE = "kubernetes:helm.sh/v3:Release";

/** What Helm calls a revision that nobody finished; while the last one is such, it installs and upgrades nothing. */
const PENDING = "status in (pending-install,pending-rollback,pending-upgrade)";

/**
 * The command that takes away the record of a revision that Helm was in the middle of, and nothing when there is none.
 * The objects stay: the next install or upgrade of the same release takes them over by their annotations.
 */
export function unlockOf({ type, inputs }: StateResource): string | undefined {
  if (type !== HELM_RELEASE) return undefined;
  return filled(
    `kubectl --namespace {namespace} delete secret --selector 'owner=helm,name={name},${PENDING}'`,
    inputs,
  );
}
