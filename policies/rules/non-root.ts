import { containersOf } from "../facts/workloads";
import { defineRule } from "../rule";

export const nonRoot = defineRule({
  id: "non-root",
  severity: "advisory",
  sources: ["CKV_K8S_23", "CL-0018"],
  title: "Containers do not run as root",
  why: "Root inside is the better part of the way to root outside.",
  fix: "set user in the Compose file, or USER in the Dockerfile",
  facts: containersOf,
  fault: ({ container, allowed }) =>
    container.mayBeRoot && !allowed.includes("root") ? `${container.what} may run as root` : undefined,
});
