import { InvalidInput } from "../../lib/issues";

/** Address blocks of a VPC's subnets, one a zone. */
export interface SubnetBlocks {
  readonly public: readonly string[];
  readonly private: readonly string[];
}

/** A VPC is cut into this many blocks: the first half for public subnets, the second for private ones. */
const SLICES = 16;
const SLICE_BITS = Math.log2(SLICES);

/**
 * The blocks of a VPC's subnets for 1 to 8 zones. They do not depend on how many zones there are, so that a zone
 * can be added later without moving a subnet. Throws InvalidInput for what is no IPv4 block from /16 to /24
 * (a subnet of AWS is /28 or larger).
 */
export function subnetBlocks(cidr: string, zones: number): SubnetBlocks {
  const { base, prefix } = parse(cidr);
  const size = 2 ** (32 - prefix - SLICE_BITS);
  const slices = (first: number) =>
    Array.from(
      { length: zones },
      (_, zone) => `${dotted(base + (first + zone) * size)}/${prefix + SLICE_BITS}`,
    );
  return { public: slices(0), private: slices(SLICES / 2) };
}

function parse(cidr: string): { base: number; prefix: number } {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/.exec(cidr);
  const [a = 256, b = 256, c = 256, d = 256, prefix = 0] = (match ?? []).slice(1).map(Number);
  const base = a * 2 ** 24 + b * 2 ** 16 + c * 2 ** 8 + d;
  if (match === null || Math.max(a, b, c, d) > 255) refuse("not an IPv4 block", "10.20.0.0/16");
  if (prefix < 16 || prefix > 24) refuse("not between /16 and /24", `${dotted(base)}/16`);
  const network = base - (base % 2 ** (32 - prefix));
  if (network !== base) refuse("does not begin at the block's first address", `${dotted(network)}/${prefix}`);
  return { base, prefix };
}

function refuse(wrong: string, example: string): never {
  throw new InvalidInput([{ path: "towpath:network.cidr", wrong, instead: `write for example ${example}` }]);
}

function dotted(address: number): string {
  return [24, 16, 8, 0].map(shift => Math.floor(address / 2 ** shift) % 256).join(".");
}
