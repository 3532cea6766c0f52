import { BlockList, isIPv4 } from "node:net";

/** Blocks that no machine elsewhere can reach. Source: IANA IPv4 Special-Purpose Address Registry; multicast and class E. */
const ELSEWHERE = [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["224.0.0.0", 3],
] as const;

const UNREACHABLE = new BlockList();
for (const [network, prefix] of ELSEWHERE) UNREACHABLE.addSubnet(network, prefix);

/** Whether a text is an IPv4 address that can be one of a machine on the internet; those of documentation count. */
export function isPublicIpv4(text: string): boolean {
  return isIPv4(text) && !UNREACHABLE.check(text);
}
