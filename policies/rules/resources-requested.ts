import { containersOf } from "../facts/workloads";
import { defineRule } from "../rule";

export const resourcesRequested = defineRule({
  id: "resources-requested",
  severity: "mandatory-outside-dev",
  sources: ["CKV_K8S_10", "CKV_K8S_12", "KS-container-resources"],
  title: "Containers ask for what they need",
  why: "The scheduler fills a node by requests; without them it puts too much on one and kills at random.",
  fix: "set deploy.resources.reservations or x-towpath.size",
  facts: subject =>
    containersOf(subject).filter(({ container }) => container.resources.notRequested !== undefined),
  fault: ({ container: { what, resources } }) => {
    const missing = resources.notRequested ?? [];
    return missing.length > 0 ? `${what} asks for no ${missing.join(" and no ")}` : undefined;
  },
});
