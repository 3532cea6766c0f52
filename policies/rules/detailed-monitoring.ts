import { machinesOf } from "../facts/machines";
import { defineRule } from "../rule";

export const detailedMonitoring = defineRule({
  id: "detailed-monitoring",
  severity: "advisory-outside-dev",
  sources: ["CKV_AWS_126"],
  title: "Machines report every minute",
  why: "With a figure every five minutes, an alarm or an autoscaler comes too late.",
  fix: "set monitoring to true",
  facts: machinesOf,
  fault: ({ isMonitored }) => (isMonitored ? undefined : "the machine reports every five minutes only"),
});
