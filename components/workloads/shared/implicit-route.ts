import type { App } from "../../app/model";
import type { Port } from "../../app/model/port";
import type { Route } from "../references";
import type { Reporter } from "./reporter";

/** Host ports that web servers are published on while they are developed, most likely first. */
const HTTP_PORTS = ["8080", "3000", "8000", "5000", "4200", "8090", "5601", "9000", "9090", "81", "5050"];

interface Candidate {
  readonly service: string;
  readonly index: number;
  readonly port: Port;
}

/**
 * The one route of an app that names none: to whoever publishes host port 80, else to the first service, in the
 * order of the file, that publishes a port which web servers use. None when nobody does.
 */
export function implicitRoute(app: App, domain: string | undefined, reporter: Reporter): readonly Route[] {
  const candidate = candidateOf(app);
  if (candidate === undefined) return [];
  const { service, index, port } = candidate;
  const address = domain === undefined ? "http://<any host>/" : `https://${domain}/`;
  reporter.adapted(
    "services.*.ports",
    ["services", service, "ports", index],
    `host port ${port.published} looks like HTTP: the proxy serves it as ${address}; x-towpath.ingress says it exactly`,
  );
  return [
    {
      service,
      ...(domain !== undefined && { host: domain }),
      path: "/",
      port: port.target,
      tls: domain !== undefined,
      sticky: false,
      timeoutSeconds: 60,
    },
  ];
}

function candidateOf(app: App): Candidate | undefined {
  const published = Object.entries(app.services).flatMap(([service, { ports = [] }]) =>
    ports.flatMap((port, index): Candidate[] =>
      port.protocol === "tcp" && port.published !== undefined ? [{ service, index, port }] : [],
    ),
  );
  const byPort = (wanted: string, among = published) => among.find(({ port }) => port.published === wanted);
  const first = published.find(({ port }) => HTTP_PORTS.includes(port.published ?? ""));
  const ofFirst = published.filter(({ service }) => service === first?.service);
  return byPort("80") ?? HTTP_PORTS.map(wanted => byPort(wanted, ofFirst)).find(found => found !== undefined);
}
