import { expect, it } from "vitest";
import { amount } from "../../../cli/preview/money";
import { costLines } from "../../../cli/preview/text/cost-lines";
import { styleFor } from "../../../cli/terminal/style";
import type { Cost } from "../../../pricing/cost";

const LINE = {
  type: "aws:ec2/natGateway:NatGateway",
  unit: "GB-month",
  quantity: 73 / 12,
  unitUsd: 0.03,
  expectedUsd: 0.18,
  ceilingUsd: 0.18,
  source: "a source",
};
const COST: Cost = {
  currency: "USD",
  region: "us-east-1",
  asOf: "2026-07-20",
  expectedUsd: 0.54,
  ceilingUsd: 0.54,
  lines: [
    { ...LINE, resource: "network-private-nat-us-east-1a", what: "EKS control plane, extended support" },
    { ...LINE, resource: "network-private-nat-us-east-1a", what: "data between zones, both ways" },
    { ...LINE, resource: "network-private-nat-us-east-1b", what: "data between zones, both ways" },
  ],
  unpriced: [],
  warnings: [],
  assumptions: [],
};

it("names each resource once and cuts no charge and no price, on 80 columns", () => {
  const lines = costLines(COST, styleFor(false));
  expect(lines.slice(1)).toEqual([
    "  charge                                       quantity × USD  expected  ceiling",
    "  network-private-nat-us-east-1a",
    "    EKS control plane, extended support  6.08 GB-month × 0.03      0.18     0.18",
    "    data between zones, both ways        6.08 GB-month × 0.03      0.18     0.18",
    "  network-private-nat-us-east-1b",
    "    data between zones, both ways        6.08 GB-month × 0.03      0.18     0.18",
    "  total                                                            0.54     0.54",
  ]);
  expect(Math.max(...lines.map(line => line.length))).toBeLessThanOrEqual(80);
});

it.each([
  [1460, "1460"],
  [73 / 12, "6.08"],
  [4.2, "4.2"],
  [0.000456, "0.000456"],
  [0, "0"],
  [12345.6, "12346"],
])("writes %d as %s", (quantity, written) => expect(amount(quantity)).toBe(written));
