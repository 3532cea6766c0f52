import { BlockList, isIP } from "node:net";
import type { Service } from "../../app/model/service";
import type { Fields } from "./fields";
import { extraHosts, serversOf } from "./pod-dns";

/**
 * What a service names by address, as rules for leaving to where the internet's rule does not lead: the servers of
 * `dns` on their port, and the hosts of `extra_hosts` on every port, as Compose lets them be reached.
 */
export function namedAddresses(service: Service, closed: readonly string[]): readonly Fields[] {
  const blocks = closedBlocks(closed);
  const shut = (addresses: readonly string[]) =>
    [...new Set(addresses)].filter(one => isIP(one) !== 0 && blocks.check(one, family(one))).sort();
  const servers = shut(serversOf(service));
  const hosts = shut(extraHosts(service).map(({ address }) => address));
  const ports = ["UDP", "TCP"].map(protocol => ({ protocol, port: 53 }));
  return [
    ...(servers.length > 0 ? [{ to: servers.map(single), ports }] : []),
    ...(hosts.length > 0 ? [{ to: hosts.map(single) }] : []),
  ];
}

function closedBlocks(cidrs: readonly string[]): BlockList {
  const blocks = new BlockList();
  for (const cidr of cidrs) {
    const [address = "", prefix = ""] = cidr.split("/");
    blocks.addSubnet(address, Number(prefix), family(address));
  }
  return blocks;
}

function single(address: string): Fields {
  return { ipBlock: { cidr: `${address}/${isIP(address) === 6 ? 128 : 32}` } };
}

function family(address: string): "ipv4" | "ipv6" {
  return isIP(address) === 6 ? "ipv6" : "ipv4";
}
