import { containersOf } from "../facts/workloads";
import { defineRule } from "../rule";

export const memoryLimited = defineRule({
  id: "memory-limited",
  severity: "mandatory-outside-dev",
  sources: ["CKV_K8S_13", "CL-0026", "KS-container-resources"],
  title: "Containers have a memory limit",
  why: "One container with a leak otherwise takes down everything on its host.",
  fix: "set deploy.resources.limits.memory or x-towpath.size",
  facts: containersOf,
  fault: ({ container }) =>
    container.resources.hasMemoryLimit ? undefined : `${container.what} has no memory limit`,
});
