import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { InvalidInput } from "../../../components/lib/issues";
import { subnetBlocks } from "../../../components/platforms/network/subnet-blocks";

describe("subnetBlocks", () => {
  it("puts public subnets in the first half and private ones in the second", () => {
    expect(subnetBlocks("10.20.0.0/16", 2)).toEqual({
      public: ["10.20.0.0/20", "10.20.16.0/20"],
      private: ["10.20.128.0/20", "10.20.144.0/20"],
    });
    expect(subnetBlocks("192.168.255.0/24", 1)).toEqual({
      public: ["192.168.255.0/28"],
      private: ["192.168.255.128/28"],
    });
  });

  it("keeps every subnet inside the VPC and apart from the others, and stays put when a zone is added", () => {
    const block = fc
      .tuple(fc.integer({ min: 16, max: 24 }), fc.nat(2 ** 24 - 1))
      .map(([prefix, host]) => ({ prefix, base: 10 * 2 ** 24 + host - (host % 2 ** (32 - prefix)) }));
    fc.assert(
      fc.property(block, fc.integer({ min: 1, max: 7 }), ({ prefix, base }, zones) => {
        const cidr = `${dotted(base)}/${prefix}`;
        const made = subnetBlocks(cidr, zones);
        const ranges = [...made.public, ...made.private].map(range).sort((a, b) => a.from - b.from);
        expect(ranges).toHaveLength(2 * zones);
        ranges.reduce((end, { from, to }) => {
          expect(from).toBeGreaterThanOrEqual(end);
          return to;
        }, base);
        expect(ranges.at(-1)?.to).toBeLessThanOrEqual(base + 2 ** (32 - prefix));
        expect(subnetBlocks(cidr, zones + 1).public.slice(0, zones)).toEqual(made.public);
      }),
    );
  });

  it.each([
    ["10.20.0.0/25", "towpath:network.cidr: not between /16 and /24; write for example 10.20.0.0/16"],
    ["10.20.0.0/8", "towpath:network.cidr: not between /16 and /24; write for example 10.20.0.0/16"],
    [
      "10.20.5.0/16",
      "towpath:network.cidr: does not begin at the block's first address; write for example 10.20.0.0/16",
    ],
    ["10.300.0.0/16", "towpath:network.cidr: not an IPv4 block; write for example 10.20.0.0/16"],
    ["fd00::/16", "towpath:network.cidr: not an IPv4 block; write for example 10.20.0.0/16"],
  ])("refuses %s", (cidr, message) => {
    expect(() => subnetBlocks(cidr, 1)).toThrow(InvalidInput);
    expect(() => subnetBlocks(cidr, 1)).toThrow(message);
  });
});

function dotted(address: number): string {
  return [24, 16, 8, 0].map(shift => (address >>> shift) & 255).join(".");
}

function range(cidr: string): { from: number; to: number } {
  const [address = "", prefix = ""] = cidr.split("/");
  const from = address.split(".").reduce((sum, part) => sum * 256 + Number(part), 0);
  return { from, to: from + 2 ** (32 - Number(prefix)) };
}
