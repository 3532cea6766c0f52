import { isSocket } from "../facts/host-paths";
import { workloadsOf } from "../facts/workloads";
import { defineRule } from "../rule";

export const noDockerSocket = defineRule({
  id: "no-docker-socket",
  severity: "mandatory",
  sources: ["CKV_K8S_27", "CL-0001"],
  title: "Workloads cannot drive the container engine",
  why: "Whoever talks to the engine's socket starts a privileged container next.",
  fix: "use x-towpath.ingress instead of a proxy that watches Docker, or list docker-socket in x-towpath.allow",
  facts: workloadsOf,
  fault: ({ what, hostPaths, allowed }) => {
    const sockets = hostPaths.filter(isSocket);
    return sockets.length > 0 && !allowed.includes("docker-socket")
      ? `${what} holds ${sockets.join(", ")}`
      : undefined;
  },
});
