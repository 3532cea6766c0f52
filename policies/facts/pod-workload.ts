import { allowedIn } from "./allowed";
import { podContainer } from "./pod-container";
import type { Pod } from "./pods";
import { isOn, listAt, numberAt, read, textAt } from "./read";
import type { Workload } from "./workload";

const NAMESPACES = { hostNetwork: "network", hostPID: "pid", hostIPC: "ipc" } as const;

/** A pod as a workload. */
export function podWorkload({ template, isLongRunning }: Pod): Workload {
  const spec = read(template, "spec");
  const main = listAt(spec, "containers");
  const all = [...listAt(spec, "initContainers"), ...main];
  return {
    what: "the pod",
    get allowed() {
      return allowedIn(read(template, "metadata.annotations"));
    },
    get hostNamespaces() {
      return Object.entries(NAMESPACES)
        .filter(([key]) => isOn(spec, key))
        .map(([, name]) => name);
    },
    get hostPaths() {
      return listAt(spec, "volumes").flatMap(volume => textAt(volume, "hostPath.path") ?? []);
    },
    get hostPorts() {
      const ports = all.flatMap(container => listAt(container, "ports"));
      return ports.flatMap(port => numberAt(port, "hostPort") ?? []);
    },
    get containers() {
      return all.map(one => podContainer(one, spec, isLongRunning && main.includes(one)));
    },
  };
}
