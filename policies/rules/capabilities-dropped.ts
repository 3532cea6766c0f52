import { containersOf } from "../facts/workloads";
import { defineRule } from "../rule";

export const capabilitiesDropped = defineRule({
  id: "capabilities-dropped",
  severity: "mandatory-outside-dev",
  sources: ["CKV_K8S_28", "CKV_K8S_37", "CL-0006"],
  title: "Containers drop all capabilities",
  why: "Few programs need any; each one left is a way to the host.",
  fix: "drop ALL and add what is needed by name",
  facts: containersOf,
  fault: ({ container }) =>
    container.dropped.includes("ALL") || container.isPrivileged
      ? undefined
      : `${container.what} keeps capabilities that nobody asked for`,
});
