import type { Price, PriceBook } from "./price-book";
import type { Charge, Priced, PricingContext } from "./pricer";
import type { Usage } from "./usage";

/** Machines that are alike: one instance, or a pool that grows. */
export interface Nodes {
  /** In order of preference; the first is expected, the dearest is the ceiling. */
  readonly instanceTypes: readonly string[];
  readonly spot: boolean;
  readonly expected: number;
  readonly ceiling: number;
  /** Disks of each node. */
  readonly disks: readonly Priced[];
  readonly publicIpv4: boolean;
}

/** What the machines, their disks and their public addresses cost. */
export function priceNodes(nodes: Nodes, { book, usage }: PricingContext): Priced {
  const { expected, ceiling, spot } = nodes;
  const priced = nodes.instanceTypes.flatMap(type => book.onDemand(type) ?? []);
  const missing = nodes.instanceTypes.filter(type => book.onDemand(type) === undefined);
  const unpriced = missing.map(type => `no figure for instance type ${type}`);
  const [first] = priced;
  if (first === undefined)
    return {
      unpriced: unpriced.length > 0 ? unpriced : ["its instance type is not known before it is made"],
    };
  const dearest = priced.reduce((a, b) => (b.usd > a.usd ? b : a));
  const per = (count: number) => count * book.hoursPerMonth;
  const machine: Charge = {
    what: spot ? `${first.what} spot` : first.what,
    price: spot ? spotPrice(first, book, usage) : first,
    ceilingPrice: dearest,
    quantity: per(expected),
    ceilingQuantity: per(ceiling),
  };
  const address: Charge = {
    what: "public IPv4",
    price: book.price("publicIpv4"),
    quantity: per(expected),
    ceilingQuantity: per(ceiling),
  };
  const disks = nodes.disks.flatMap(disk => disk.charges ?? []);
  return {
    charges: [machine, ...(nodes.publicIpv4 ? [address] : []), ...times(disks, expected, ceiling)],
    unpriced: [...unpriced, ...new Set(nodes.disks.flatMap(disk => disk.unpriced ?? []))],
    uses: spot && book.spot(first.what) === undefined ? ["spotPercent"] : [],
    assumptions: nodes.disks.flatMap(disk => disk.assumptions ?? []),
  };
}

function spotPrice(onDemand: Price, book: PriceBook, usage: Usage): Price {
  const estimated = (onDemand.usd * usage.spotPercent) / 100;
  return (
    book.spot(onDemand.what) ?? {
      ...onDemand,
      usd: estimated,
      source: `${usage.spotPercent} % of on demand; ${onDemand.source}`,
    }
  );
}

function times(charges: readonly Charge[], expected: number, ceiling: number): Charge[] {
  return charges.map(charge => ({
    ...charge,
    quantity: charge.quantity * expected,
    ceilingQuantity: (charge.ceilingQuantity ?? charge.quantity) * ceiling,
  }));
}
