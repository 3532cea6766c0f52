import type { App } from "../app/model";
import { sortedEntries } from "../lib/records";
import type { OpenPort } from "../platforms/vm/host-rules";
import { publishedPorts } from "../workloads/kubernetes/service-ports";

/** The ports beside the proxy's that the world may reach, and so a firewall of ours must let in. */
export function openPorts(app: App): readonly OpenPort[] {
  return sortedEntries(app.services).flatMap(([service, definition]) =>
    publishedPorts(definition).map(({ published, target }) => ({
      service,
      port: published,
      protocol: target.protocol === "UDP" ? ("udp" as const) : ("tcp" as const),
    })),
  );
}
