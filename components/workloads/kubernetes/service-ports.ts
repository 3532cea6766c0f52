import { extensionOf } from "../../app/extension-of";
import type { Service } from "../../app/model/service";
import { compact } from "../../lib/records";
import type { Route } from "../references";
import type { Reporter } from "../shared/reporter";
import type { WellKnownImage } from "./well-known-images";
import type { Workload } from "./workload";

/** A port that a container listens on and its Service has. */
export interface ServicePort {
  readonly name: string;
  /** 1 to 65535, the same on Service and container. */
  readonly port: number;
  readonly protocol: "TCP" | "UDP" | "SCTP";
  readonly appProtocol?: string;
}

/** The ports of `ports`, `expose`, the routes and what a well-known image listens on; each once, by number. */
export function servicePorts(
  service: Service,
  routes: readonly Route[],
  known: WellKnownImage | undefined,
): readonly ServicePort[] {
  const ports = new Map<string, ServicePort>();
  const add = (port: number, protocol: string, appProtocol?: string): void => {
    const upper = protocol.toUpperCase() as ServicePort["protocol"];
    const name = `${protocol.toLowerCase()}-${port}`;
    if (!ports.has(name)) ports.set(name, { name, port, protocol: upper, ...compact({ appProtocol }) });
  };
  for (const { target, protocol, app_protocol } of service.ports ?? []) add(target, protocol, app_protocol);
  for (const text of service.expose ?? []) for (const port of exposed(text)) add(port, protocolOf(text));
  for (const { port } of routes) add(port, "tcp");
  if (service.build === undefined) for (const port of known?.ports ?? []) add(port, "tcp");
  return [...ports.values()].sort((a, b) => a.port - b.port || (a.name < b.name ? -1 : 1));
}

/** The ports that the world may reach without the HTTP proxy, from `x-towpath.publish`. */
export function publishedPorts(
  service: Service,
): readonly { readonly published: number; readonly target: ServicePort }[] {
  const open = new Set(extensionOf(service).publish ?? []);
  return (service.ports ?? []).flatMap(({ published, target, protocol }) => {
    const host = Number(published);
    if (!open.has(host)) return [];
    const upper = protocol.toUpperCase() as ServicePort["protocol"];
    return [{ published: host, target: { name: `${protocol}-${host}`, port: target, protocol: upper } }];
  });
}

/** Refuses a port to open to the world that the service does not publish. */
export function checkPublished({ name, service, extension }: Workload, reporter: Reporter): void {
  const published = new Set((service.ports ?? []).map(port => Number(port.published)));
  for (const [index, port] of (extension.publish ?? []).entries()) {
    if (published.has(port)) continue;
    const path = ["services", name, "x-towpath", "publish", index];
    const instead = "write a host port that stands under the service's ports";
    reporter.refuse("services.*.x-towpath", path, `the service does not publish ${port}`, instead);
  }
}

/** `expose` takes `8080`, `8080/udp` and ranges such as `3000-3005`. */
function exposed(text: string): readonly number[] {
  const [first = 0, last = first] = (text.split("/")[0] ?? "").split("-").map(Number);
  if (!Number.isInteger(first) || !Number.isInteger(last)) return [];
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, step) => first + step);
}

function protocolOf(text: string): string {
  return text.split("/")[1] ?? "tcp";
}
