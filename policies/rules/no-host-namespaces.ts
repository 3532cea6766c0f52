import { workloadsOf } from "../facts/workloads";
import { defineRule } from "../rule";

export const noHostNamespaces = defineRule({
  id: "no-host-namespaces",
  severity: "mandatory",
  sources: ["CKV_K8S_17", "CKV_K8S_18", "CKV_K8S_19", "CL-0008", "CL-0010"],
  title: "Workloads do not share the host's namespaces",
  why: "Sharing the host's network, processes or memory undoes the isolation that containers are for.",
  fix: "remove it, or list it in x-towpath.allow, e.g. host-network",
  facts: workloadsOf,
  fault: ({ what, hostNamespaces, allowed }) => {
    const shared = hostNamespaces.filter(name => !allowed.includes(`host-${name}`));
    return shared.length > 0 ? `${what} shares the host's ${shared.join(", ")}` : undefined;
  },
});
