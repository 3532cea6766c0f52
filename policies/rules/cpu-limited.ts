import { containersOf } from "../facts/workloads";
import { defineRule } from "../rule";

export const cpuLimited = defineRule({
  id: "cpu-limited",
  severity: "mandatory-outside-dev",
  sources: ["CKV_K8S_11", "CL-0026", "KS-container-resources"],
  title: "Containers have a CPU limit",
  why: "One service that spins otherwise takes the time of everything beside it.",
  fix: "set deploy.resources.limits.cpus or x-towpath.size",
  facts: containersOf,
  fault: ({ container }) =>
    container.resources.hasCpuLimit ? undefined : `${container.what} has no CPU limit`,
});
