import { workloadMetadata } from "./deployment";
import type { Fields } from "./fields";
import { jobName } from "./job-name";
import type { Manifest } from "./kubernetes-plan";
import type { PlanContext, Workload } from "./workload";

/** How often a one-shot service is tried that says `on-failure` without a number, or to restart always. */
const TRIES = 6;

/** A one-shot service: runs to its end once for each of its versions. It is kept, because the gate reads it. */
export function job(context: PlanContext, workload: Workload, template: Fields): Manifest {
  const { restartPolicy, backoffLimit } = retries(workload);
  const pod = template.spec as Fields;
  const spec = {
    backoffLimit,
    ...(workload.replicas > 1 && { completions: workload.replicas, parallelism: workload.replicas }),
    template: { ...template, spec: { ...pod, restartPolicy } },
  };
  const metadata = { ...workloadMetadata(context, workload), name: jobName(workload.resource, spec) };
  return { apiVersion: "batch/v1", kind: "Job", metadata, spec };
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
