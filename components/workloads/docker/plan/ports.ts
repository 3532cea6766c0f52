import type { Port } from "../../../app/model/port";
import type { ModelPath } from "../../shared/model-path";
import type { DockerPlan } from "../docker-plan";
import type { ServiceContext } from "./context";
import { LISTEN_ADDRESS } from "./listen-address";

export interface PlannedPorts {
  readonly ports: readonly Readonly<Record<string, unknown>>[];
  readonly open: DockerPlan["openPorts"];
}

const LOOPBACK = /^(127\.|::1$)/;

/**
 * Published ports: what the proxy serves is not bound at all, what `x-towpath.publish` names is open to the
 * world, and the rest answers on the host's own address only.
 */
export function planPorts(context: ServiceContext, proxied: boolean): PlannedPorts {
  const { name, service, extension, reporter } = context;
  const ports = service.ports ?? [];
  for (const [index, port] of (extension.publish ?? []).entries()) {
    if (ports.some(({ published }) => published === String(port))) continue;
    const path = ["services", name, "x-towpath", "publish", index];
    reporter.refuse(
      "services.*.x-towpath",
      path,
      `the service publishes no host port ${port}`,
      "add it to ports",
    );
  }
  const planned = ports.map((port, index) => planPort(context, port, index, proxied));
  return {
    ports: planned.flatMap(({ rendered }) => rendered ?? []),
    open: planned.flatMap(({ rendered, open }, index) => {
      const port = ports[index];
      if (!open || !rendered || port?.published === undefined) return [];
      const protocol = port.protocol === "udp" ? "udp" : "tcp";
      return [{ port: Number(port.published), protocol, service: name }];
    }),
  };
}

function planPort(context: ServiceContext, port: Port, index: number, proxied: boolean) {
  const { name, extension, reporter, routes, privileges } = context;
  const path: ModelPath = ["services", name, "ports", index];
  const adapted = (note: string) => reporter.adapted("services.*.ports", path, note);
  const { target, published, host_ip, protocol } = port;
  if (privileges.hostNetwork) {
    reporter.ignored(
      "services.*.ports",
      path,
      "the service is on the host's network, where every port is open",
    );
    return {};
  }
  const open = (extension.publish ?? []).includes(Number(published));
  if (!open && protocol === "tcp" && routes.some(route => route.port === target)) {
    if (!reporter.says("services.*.ports", path)) adapted("reached through the proxy on ports 80 and 443");
    return {};
  }
  if (published === undefined) {
    adapted("not bound: without a host port only other services can find it");
    return {};
  }
  if (proxied && protocol === "tcp" && (published === "80" || published === "443")) {
    adapted(`not bound: host port ${published} is the proxy's; give the service an x-towpath.ingress`);
    return {};
  }
  const address = open || LOOPBACK.test(host_ip ?? "") ? host_ip : "127.0.0.1";
  if (open) adapted("open to the world, because x-towpath.publish names it");
  else if (address === host_ip) reporter.same("services.*.ports", path, "bound to the host's own address");
  else
    adapted(`bound to 127.0.0.1 of the host; add ${published} to x-towpath.publish to open it to the world`);
  return {
    open,
    rendered: { target, published, host_ip: address ?? LISTEN_ADDRESS, protocol, mode: "ingress" },
  };
}
