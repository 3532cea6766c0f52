import { containersOf } from "../facts/workloads";
import { defineRule } from "../rule";

export const readOnlyRoot = defineRule({
  id: "read-only-root",
  severity: "advisory",
  sources: ["CKV_K8S_22", "CL-0007"],
  title: "Containers cannot change their own files",
  why: "What cannot write its own programs cannot be made to run others.",
  fix: "set read_only to true and give scratch folders as tmpfs",
  facts: containersOf,
  fault: ({ container }) =>
    container.hasReadOnlyRoot ? undefined : `${container.what} may write to its own image`,
});
