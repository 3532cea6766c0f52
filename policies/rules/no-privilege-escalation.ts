import { containersOf } from "../facts/workloads";
import { defineRule } from "../rule";

export const noPrivilegeEscalation = defineRule({
  id: "no-privilege-escalation",
  severity: "mandatory-outside-dev",
  sources: ["CKV_K8S_20", "CL-0003"],
  title: "Containers cannot gain privileges",
  why: "With this off, a setuid program inside the container makes an ordinary user root.",
  fix: "set allowPrivilegeEscalation to false, or security_opt no-new-privileges:true",
  facts: containersOf,
  // A privileged container has nothing left to gain, and Kubernetes refuses the pair.
  fault: ({ container, allowed }) =>
    container.mayEscalate && !container.isPrivileged && !allowed.includes("unconfined")
      ? `${container.what} may gain privileges`
      : undefined,
});
