import { containersOf } from "../facts/workloads";
import { defineRule } from "../rule";

const DANGEROUS = ["ALL", "BPF", "DAC_READ_SEARCH", "SYS_ADMIN", "SYS_MODULE", "SYS_PTRACE", "SYS_RAWIO"];

export const noDangerousCapabilities = defineRule({
  id: "no-dangerous-capabilities",
  severity: "mandatory",
  sources: ["CKV_K8S_39"],
  title: "Containers have no capability that is as good as root",
  why: "These capabilities load modules, read memory or mount disks of the host.",
  fix: "remove the capability, or list privileged in x-towpath.allow",
  facts: containersOf,
  fault: ({ container, allowed }) => {
    const bad = container.added.filter(one => DANGEROUS.includes(one));
    return bad.length > 0 && !allowed.includes("privileged")
      ? `${container.what} has ${bad.join(", ")}`
      : undefined;
  },
});
