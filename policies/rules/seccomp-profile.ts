import { containersOf } from "../facts/workloads";
import { defineRule } from "../rule";

export const seccompProfile = defineRule({
  id: "seccomp-profile",
  severity: "mandatory-outside-dev",
  sources: ["CKV_K8S_31", "CL-0009"],
  title: "Containers run under a seccomp profile",
  why: "The profile closes the system calls that ordinary programs never make and attackers do.",
  fix: "set seccompProfile.type to RuntimeDefault, or remove unconfined from security_opt",
  facts: containersOf,
  fault: ({ container, allowed }) =>
    container.isConfined || container.isPrivileged || allowed.includes("unconfined")
      ? undefined
      : `${container.what} runs without a seccomp profile`,
});
