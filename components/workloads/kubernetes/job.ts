import { exceptionsOf } from "./exceptions-of";
import type { Fields } from "./fields";
import { gatesOn } from "./gates";
import { jobName } from "./job-name";
import type { Manifest } from "./kubernetes-plan";
import { withExceptions } from "./scanner-exceptions";
import { SKIP_AWAIT } from "./skip-await";
import type { PlanContext, Workload } from "./workload";
import { workloadMetadata } from "./workload-metadata";

/** How often a one-shot service is tried that says `on-failure` without a number, or to restart always. */
const TRIES = 6;

/**
 * A one-shot service: runs to its end once for each of its versions. It is kept, because the
 * gate reads it. One that nobody waits for may run for long, so the update does not wait for it either.
 */
export function job(context: PlanContext, workload: Workload, template: Fields): Manifest {
  const { restartPolicy, backoffLimit } = retries(workload);
  const pod = template.spec as Fields;
  const spec = {
    backoffLimit,
    ...(workload.replicas > 1 && { completions: workload.replicas, parallelism: workload.replicas }),
    template: { ...template, spec: { ...pod, restartPolicy } },
  };
  const { annotations, ...metadata } = workloadMetadata(context, workload);
  const marks = withExceptions(exceptionsOf(workload, template), {
    ...annotations,
    ...(gatesOn(context, workload).size === 0 && SKIP_AWAIT),
  });
  return {
    apiVersion: "batch/v1",
    kind: "Job",
    metadata: {
      ...metadata,
      name: jobName(workload.resource, spec),
      ...(Object.keys(marks).length > 0 && { annotations: marks }),
    },
    spec,
  };
}

/** `restart: "no"` is tried once. */
function retries({ service }: Workload): { readonly restartPolicy: string; readonly backoffLimit: number } {
  const { condition, max_attempts } = service.deploy?.restart_policy ?? {};
  const restart = condition ?? service.restart ?? "no";
  if (restart === "no" || restart === "none") return { restartPolicy: "Never", backoffLimit: 0 };
  const [, limit] = restart.split(":");
  return {
    restartPolicy: "OnFailure",
    backoffLimit: max_attempts ?? (limit === undefined ? TRIES : Number(limit)),
  };
}
