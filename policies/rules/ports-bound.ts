import { composeServicesOf } from "../facts/compose-services";
import { isRecord, listAt, textAt } from "../facts/read";
import { defineRule } from "../rule";

/** `address:host:container`, or `host_ip` in the long form; 80 and 443 are meant for everyone. */
function isBound(port: unknown): boolean {
  if (isRecord(port))
    return textAt(port, "host_ip") !== undefined || ["80", "443"].includes(String(port.published));
  const [first = "", ...rest] = String(port).split(":");
  return rest.length > 1 || (rest.length === 1 && ["80", "443"].includes(first));
}

export const portsBound = defineRule({
  id: "ports-bound",
  severity: "advisory",
  sources: ["CL-0005"],
  title: "Published ports say on which address",
  why: "Docker opens a port without an address on every interface, past the host's firewall.",
  fix: "write the address before the port, e.g. 127.0.0.1:5432:5432",
  facts: composeServicesOf,
  fault: ({ name, service }) => {
    const open = listAt(service, "ports").filter(port => !isBound(port));
    return open.length > 0 ? `service ${name} publishes ports on every interface` : undefined;
  },
});
