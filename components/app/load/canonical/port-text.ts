import { isIP } from "node:net";
import { mapOf, type Tree, type TreeMap } from "../tree";

const PROTOCOLS = new Set(["tcp", "udp", "sctp"]);

interface Range {
  readonly start: number;
  readonly end: number;
}

/** `services.*.ports[]` in its short form: one long form a container port. A text says what is wrong. */
export function shortPorts(text: string): TreeMap[] | string {
  const { ip, host, container, protocol } = parts(text);
  const address = unbracketed(ip);
  if (address === undefined || (address !== "" && isIP(address) === 0)) return `\`${ip}\` is no IP address`;
  if (container === "") return "the container's port is missing";
  const target = range(container);
  if (target === undefined) return `\`${container}\` is no port or range of ports from 0 to 65535`;
  const published = host === "" ? undefined : range(host);
  if (host !== "" && published === undefined)
    return `\`${host}\` is no port or range of ports from 0 to 65535`;
  if (!PROTOCOLS.has(protocol)) return `\`${protocol}\` is no protocol; one of tcp, udp, sctp is`;
  const size = target.end - target.start;
  if (published !== undefined && published.end - published.start !== size && size > 0) {
    return `the ranges \`${host}\` and \`${container}\` differ in size`;
  }
  return spread(target, published, address, protocol);
}

function spread(target: Range, published: Range | undefined, address: string, protocol: string): TreeMap[] {
  const ports: { key: string; port: TreeMap }[] = [];
  for (let offset = 0; offset <= target.end - target.start; offset++) {
    const number = target.start + offset;
    const entries: [string, Tree][] = [["mode", "ingress"]];
    if (address !== "") entries.push(["host_ip", address]);
    entries.push(["target", number]);
    if (published !== undefined) entries.push(["published", publishedText(published, target, offset)]);
    entries.push(["protocol", protocol]);
    ports.push({ key: `${number}/${protocol}`, port: mapOf(entries) });
  }
  return ports.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ port }) => port);
}

/** A range of host ports stays one only where there is a single container port to choose it for. */
function publishedText(published: Range, target: Range, offset: number): string {
  const first = published.start + offset;
  const choose = target.start === target.end && published.start !== published.end;
  return choose ? `${first}-${published.end}` : String(first);
}

function parts(text: string): { ip: string; host: string; container: string; protocol: string } {
  const pieces = text.split(":");
  const [port = "", protocol = ""] = (pieces.at(-1) ?? "").split("/");
  return {
    ip: pieces.slice(0, -2).join(":"),
    host: pieces.length > 1 ? (pieces.at(-2) ?? "") : "",
    container: port,
    protocol: protocol === "" ? "tcp" : protocol.toLowerCase(),
  };
}

/** An address without the brackets around IPv6; undefined for colons without brackets. */
function unbracketed(ip: string): string | undefined {
  const match = /^\[([^[\]]*)\]$/.exec(ip);
  if (match !== null) return match[1];
  return /[:[\]]/.test(ip) ? undefined : ip;
}

function range(text: string): Range | undefined {
  const [first = "", second] = text.split("-");
  const start = port(first);
  const end = second === undefined ? start : port(second);
  return start === undefined || end === undefined || end < start ? undefined : { start, end };
}

function port(text: string): number | undefined {
  if (!/^\d+$/.test(text)) return undefined;
  const value = Number(text);
  return value <= 65_535 ? value : undefined;
}
