import { clustersOf } from "../facts/clusters";
import { defineRule } from "../rule";

const LOG_TYPES = ["api", "audit", "authenticator", "controllerManager", "scheduler"];

export const eksControlPlaneLogs = defineRule({
  id: "eks-control-plane-logs",
  severity: "mandatory-outside-dev",
  sources: ["CKV_AWS_37"],
  title: "The control plane keeps all its logs",
  why: "Without the audit log nobody can tell who did what in the cluster.",
  fix: "enable the log types api, audit, authenticator, controllerManager and scheduler",
  facts: clustersOf,
  fault: ({ logTypes }) => {
    const missing = LOG_TYPES.filter(type => !logTypes.includes(type));
    return missing.length > 0 ? `the control plane does not log ${missing.join(", ")}` : undefined;
  },
});
