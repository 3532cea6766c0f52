import { containersOf } from "../facts/workloads";
import { defineRule } from "../rule";

export const probesDiffer = defineRule({
  id: "probes-differ",
  severity: "advisory",
  sources: ["CKV_K8S_8", "KS-pod-probes-identical"],
  title: "A slow answer does not restart a container",
  why: "When both probes are the same, load first takes a pod out of traffic and then kills it.",
  fix: "remove the liveness probe, or let it check less",
  facts: containersOf,
  fault: ({ container }) =>
    container.hasSameProbes ? `${container.what} has the same probe for readiness and liveness` : undefined,
});
