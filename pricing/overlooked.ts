import { cents } from "./cents";
import type { CostLine } from "./cost";

/** Charges that a bill has and a plan of machines and disks does not show, by the words of their lines. */
const KINDS: readonly (readonly [kind: string, what: RegExp])[] = [
  ["public IPv4 addresses", /^public IPv4/],
  ["NAT gateways and the data through them", /NAT/],
  ["extended support of Kubernetes versions", /extended support/],
  ["logs", /\blogs\b/],
  ["snapshots", /snapshots/],
  ["load balancers", /^(NLB|ALB)/],
  ["interface endpoints", /endpoint/i],
  ["encryption keys", /^KMS/],
  ["data between zones", /between zones/],
  ["data out to the internet", /to the internet/],
  ["monitoring", /monitoring|alarm|metric/i],
];

/** What one kind of charge comes to, USD a month. */
export interface Overlooked {
  readonly kind: string;
  readonly expectedUsd: number;
}

/** The sums of what is easily overlooked, the largest first. */
export function overlooked(lines: readonly CostLine[]): readonly Overlooked[] {
  return KINDS.map(([kind, what]) => ({
    kind,
    expectedUsd: sum(lines.filter(line => what.test(line.what))),
  }))
    .filter(({ expectedUsd }) => expectedUsd > 0)
    .sort((a, b) => b.expectedUsd - a.expectedUsd);
}

function sum(lines: readonly CostLine[]): number {
  return cents(lines.reduce((total, line) => total + line.expectedUsd, 0));
}
