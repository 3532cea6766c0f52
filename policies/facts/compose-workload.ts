import { allowedIn } from "./allowed";
import { composeContainer } from "./compose-container";
import type { ComposeService } from "./compose-services";
import { isSensitivePath, isSocket } from "./host-paths";
import { isRecord, listAt, read, textAt } from "./read";
import type { Workload } from "./workload";

const NAMESPACES = { network_mode: "network", pid: "pid", ipc: "ipc" } as const;

/** A service of a Compose file as a workload of one container. */
export function composeWorkload({ name, service }: ComposeService): Workload {
  const what = `service ${name}`;
  return {
    what,
    get allowed() {
      return allowedIn(labels(read(service, "labels")));
    },
    get hostNamespaces() {
      return Object.entries(NAMESPACES)
        .filter(([key]) => read(service, key) === "host")
        .map(([, namespace]) => namespace);
    },
    get hostPaths() {
      const seen = listAt(service, "volumes").flatMap(hostPath);
      return seen.filter(path => isSensitivePath(path) || isSocket(path));
    },
    // A Docker host's ports are not every node's: they have a rule of their own.
    hostPorts: [],
    containers: [composeContainer(what, service)],
  };
}

/** Labels as a record; a list holds `name=value`. */
function labels(value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  return Object.fromEntries(value.map(one => String(one).split(/=(.*)/).slice(0, 2)));
}

/** The source of a bind mount, long form or short. */
function hostPath(mount: unknown): string[] {
  if (isRecord(mount)) return textAt(mount, "type") === "bind" ? [textAt(mount, "source") ?? ""] : [];
  const [source = ""] = String(read({ mount }, "mount")).split(":");
  return /^[/.~]/.test(source) ? [source] : [];
}
