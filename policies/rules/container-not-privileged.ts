import { containersOf } from "../facts/workloads";
import { defineRule } from "../rule";

export const containerNotPrivileged = defineRule({
  id: "container-not-privileged",
  severity: "mandatory",
  sources: ["CKV_K8S_16", "CL-0002"],
  title: "Containers are not privileged",
  why: "A privileged container is root on the host.",
  fix: "grant the capabilities or devices that are needed, or list privileged in x-towpath.allow",
  facts: containersOf,
  fault: ({ container, allowed }) =>
    container.isPrivileged && !allowed.includes("privileged") ? `${container.what} is privileged` : undefined,
});
