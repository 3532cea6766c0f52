import type { Priced, PricingContext } from "./pricer";

/** Subnets of a load balancer when their number is not known before they are made. */
export const ASSUMED_SUBNETS = 2;

/** A load balancer, the capacity units in use on it, and one public IPv4 address in each subnet. */
export function priceLoadBalancer(
  kind: "alb" | "nlb",
  publicSubnets: number,
  { book, usage }: PricingContext,
): Priced {
  const hours = book.hoursPerMonth;
  const addresses = {
    what: "public IPv4 of load balancer",
    price: book.price("publicIpv4"),
    quantity: publicSubnets * hours,
  };
  return {
    charges: [
      { what: kind.toUpperCase(), price: book.price(kind), quantity: hours },
      {
        what: `${kind.toUpperCase()} capacity units`,
        price: book.price(kind === "alb" ? "albLcu" : "nlbLcu"),
        quantity: usage.loadBalancerUnits * hours,
      },
      ...(publicSubnets > 0 ? [addresses] : []),
    ],
    uses: ["loadBalancerUnits"],
  };
}
