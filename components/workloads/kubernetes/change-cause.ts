import { shortHash } from "../../lib/names";

/** The annotation that holds a revision's cause. */
export const CHANGE_CAUSE = "kubernetes.io/change-cause";

/** The kinds whose controllers keep revisions of a pod template. */
export const TEMPLATED_KINDS: ReadonlySet<string> = new Set(["DaemonSet", "Deployment", "StatefulSet"]);

/**
 * What `kubectl rollout history` shows for a revision: the image of the service's container, and a digest of the
 * whole pod template, which tells two revisions of one image apart. The same template has the same cause.
 */
export function changeCause(template: unknown): string {
  const { spec } = template as {
    readonly spec: { readonly containers: readonly { readonly image: string }[] };
  };
  return `${spec.containers[0]?.image ?? ""} template ${shortHash(JSON.stringify(template), 12)}`;
}
