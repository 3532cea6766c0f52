import type { Settings } from "../../settings/settings";

type Network = Extract<Settings, { target: "eks" }>["network"];

/** Hours of a month, as AWS's bills have them. */
const HOURS = 730;

/**
 * Prices that decide between an interface endpoint and NAT, USD, of us-east-1 on 2026-07-20. Elsewhere both are dearer,
 * and much in the same proportion. Source: AWS's public price feed.
 */
export const ENDPOINT_PRICES = { endpointHour: 0.01, endpointGb: 0.01, natGb: 0.045 } as const;

/** What private subnets have of AWS's services without NAT. */
export interface EndpointServices {
  /** Whether there is the endpoint of S3, through which layers of images come too. It costs nothing. */
  readonly s3: boolean;
  /** Services with an interface endpoint, which stands in each zone; sorted. */
  readonly interfaces: readonly string[];
}

/** The endpoints that a network's settings ask for, with one subnet in each of some zones. */
export function endpointServices({ endpoints, awsDataGb }: Network, zones: number): EndpointServices {
  if (endpoints === "none") return { s3: false, interfaces: [] };
  if (endpoints !== "auto") return { s3: true, interfaces: [...new Set(endpoints)].sort() };
  const cheaper = Object.keys(awsDataGb).filter(service => (awsDataGb[service] ?? 0) > breakEvenGb(zones));
  return { s3: true, interfaces: cheaper.sort() };
}

/** From how much data a month on an interface endpoint costs less than NAT does, which stays for the rest. */
export function breakEvenGb(zones: number): number {
  const { endpointHour, endpointGb, natGb } = ENDPOINT_PRICES;
  return (zones * HOURS * endpointHour) / (natGb - endpointGb);
}
