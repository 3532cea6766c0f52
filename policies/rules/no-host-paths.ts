import { isSocket } from "../facts/host-paths";
import { workloadsOf } from "../facts/workloads";
import { defineRule } from "../rule";

export const noHostPaths = defineRule({
  id: "no-host-paths",
  severity: "mandatory",
  sources: ["PSS", "CL-0013"],
  title: "Workloads do not see the host's own files",
  why: "Whoever writes to the host's folders, or reads its secrets, is out of the container.",
  fix: "use a named volume, or list host-paths in x-towpath.allow",
  facts: workloadsOf,
  fault: ({ what, hostPaths, allowed }) => {
    const seen = hostPaths.filter(path => !isSocket(path));
    return seen.length > 0 && !allowed.includes("host-paths")
      ? `${what} sees ${seen.join(", ")} of the host`
      : undefined;
  },
});
