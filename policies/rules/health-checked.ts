import { containersOf } from "../facts/workloads";
import { defineRule } from "../rule";

export const healthChecked = defineRule({
  id: "health-checked",
  severity: "advisory",
  sources: ["CKV_K8S_9", "KS-pod-probes", "CD-5.27"],
  title: "Services say when they are healthy",
  why: "Without a check, traffic goes to what has not started, and a rollout cannot tell that it failed.",
  fix: "add a healthcheck to the service",
  facts: containersOf,
  fault: ({ container }) =>
    container.isHealthChecked === false ? `${container.what} has no health check` : undefined,
});
