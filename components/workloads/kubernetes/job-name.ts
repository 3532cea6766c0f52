import { shortHash } from "../../lib/names";
import { kubernetesName } from "./kubernetes-name";

/** A Job cannot be changed, so a changed one is another Job: its name ends in a hash of its spec. */
export function jobName(resource: string, spec: unknown): string {
  return kubernetesName(resource.slice(0, 45), shortHash(JSON.stringify(spec)));
}

/** The name that resolves once a Job has completed; a Job is named after its content, so never an older one's. */
export function completionName(job: string): string {
  return `${job}-done`;
}
