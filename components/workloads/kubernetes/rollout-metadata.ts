import { CHANGE_CAUSE, changeCause } from "./change-cause";
import { exceptionsOf } from "./exceptions-of";
import type { Fields } from "./fields";
import type { Manifest } from "./kubernetes-plan";
import { withExceptions } from "./scanner-exceptions";
import type { PlanContext, Workload } from "./workload";
import { workloadMetadata } from "./workload-metadata";

/** Who owns the fields that towpath applies, whichever program applies them. */
export const FIELD_MANAGER = "towpath";

/**
 * Metadata of what rolls out pods. Its fields have one owner by name, and an update takes back those that somebody
 * changed by hand, so that a rollback leaves nothing behind that the next release would not know of.
 */
export function rolloutMetadata(
  context: PlanContext,
  workload: Workload,
  template: Fields,
): Manifest["metadata"] {
  const { annotations, ...metadata } = workloadMetadata(context, workload);
  return {
    ...metadata,
    annotations: withExceptions(exceptionsOf(workload, template), {
      ...annotations,
      [CHANGE_CAUSE]: changeCause(template),
      "pulumi.com/patchFieldManager": FIELD_MANAGER,
      "pulumi.com/patchForce": "true",
    }),
  };
}
