import { isRecord, listAt } from "../facts/read";
import { replicatedOf } from "../facts/replicated";
import { defineRule } from "../rule";

const APART = [
  "preferredDuringSchedulingIgnoredDuringExecution",
  "requiredDuringSchedulingIgnoredDuringExecution",
];

export const replicasSpread = defineRule({
  id: "replicas-spread",
  severity: "advisory",
  sources: ["KS-deployment-has-host-podantiaffinity", "KS-statefulset-has-host-podantiaffinity"],
  title: "Replicas stand on different nodes",
  why: "Two replicas on one node go down together with it.",
  fix: "add topologySpreadConstraints or a podAntiAffinity over kubernetes.io/hostname",
  scope: "stack",
  facts: (subject, { stack }) => replicatedOf(subject, stack).filter(({ replicas }) => replicas > 1),
  fault: ({ replicas, podSpec }) => {
    const apart = APART.flatMap(when => listAt(podSpec, `affinity.podAntiAffinity.${when}`));
    return [...apart, ...listAt(podSpec, "topologySpreadConstraints")].some(isRecord)
      ? undefined
      : `all ${replicas} replicas may stand on one node`;
  },
});
