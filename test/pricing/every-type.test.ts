import { describe, expect, it } from "vitest";
import type { Preview } from "../../cli/preview/preview";
import { PRICERS, pricerOf } from "../../pricing/catalog";
import { estimate, type PricedResource } from "../../pricing/estimate";
import { freeBecause } from "../../pricing/free";
import { REGIONS } from "../../pricing/regions";
import { documentedStacks, previewsOf } from "../harness/previews";
import { runStack } from "../harness/run-stack";

const EXAMPLES = ["examples/hello/compose.yaml", "examples/shop/compose.yaml"];
const today = "2026-11-23";

/** What costs nothing in the form that it has, or is charged at another resource of the stack, and why. */
const ELSEWHERE: Readonly<Record<string, (inputs: PricedResource["inputs"]) => boolean>> = {
  // Gateway endpoints have no charge.
  "aws:ec2/vpcEndpoint:VpcEndpoint": inputs => (inputs.vpcEndpointType ?? "Gateway") === "Gateway",
  // The standard tier has no charge.
  "aws:ssm/parameter:Parameter": inputs => inputs.tier !== "Advanced",
  // The control plane's logs are charged at the cluster.
  "aws:cloudwatch/logGroup:LogGroup": inputs => String(inputs.name).startsWith("/aws/eks/"),
};

/** Resources that are in no sum, in no list of what has no price, and not free: there may be none. */
function passedOver(resources: readonly PricedResource[], region: string): string[] {
  const { lines, unpriced } = estimate(resources, { region, today });
  const counted = new Set([
    ...lines.filter(({ ceilingUsd }) => ceilingUsd > 0).map(({ resource, type }) => `${type} ${resource}`),
    ...unpriced.map(({ name, type }) => `${type} ${name}`),
  ]);
  return resources
    .filter(({ type, inputs }) => freeBecause(type) === undefined && ELSEWHERE[type]?.(inputs) !== true)
    .map(({ type, name }) => `${type} ${name}`)
    .filter(one => !counted.has(one));
}

describe("every type of every stack is priced, listed as unpriced, or free for a reason", () => {
  const stacks = ["dev", "staging", "prod"].flatMap(stack =>
    EXAMPLES.map(compose => [stack, compose] as const),
  );

  it.each(stacks)("%s with %s, in every region", async (stack, compose) => {
    const resources = await runStack(stack, [compose]);
    expect(resources.filter(({ type }) => pricerOf(type) !== undefined).length).toBeGreaterThan(2);
    for (const region of Object.keys(REGIONS))
      expect([region, passedOver(resources, region)]).toEqual([region, []]);
  });

  it("the stacks of the guide to targets", async () => {
    const ended = await previewsOf(documentedStacks());
    const previews = ended.map(({ stdout }): Preview => JSON.parse(stdout));
    expect(previews.length).toBeGreaterThan(5);
    for (const { stack, resources } of previews)
      expect([stack, passedOver(resources, "us-east-1")]).toEqual([stack, []]);
  }, 240_000);
});

describe("a type that is priced", () => {
  const types = PRICERS.flatMap(({ types: own }) => own).filter(type => freeBecause(type) === undefined);

  it.each(types)("%s is never taken for free, also when nothing is known of it", type => {
    for (const inputs of [{}, { instanceType: "[unknown]", size: "[unknown]", subnets: "[unknown]" }])
      expect(passedOver([{ type, name: "it", inputs }], "us-east-1")).toEqual([]);
  });

  it("has a line for what it costs, and no line is free", async () => {
    const { lines } = estimate(await runStack("prod", EXAMPLES.slice(1)), { region: "us-east-1", today });
    expect(lines.length).toBeGreaterThan(10);
    expect(lines.filter(({ unitUsd, ceilingUsd }) => !(unitUsd > 0 && ceilingUsd > 0))).toEqual([]);
  });
});

describe("a type that nobody knows", () => {
  it.each([
    "aws:rds/instance:Instance",
    "aws:new/thing:Thing",
    "gcp:compute/instance:Instance",
    "eks:index:NodeGroupV2",
  ])("%s is listed, and counts nothing", type => {
    const cost = estimate([{ type, name: "it", inputs: {} }], { region: "us-east-1", today });
    expect(cost).toMatchObject({ expectedUsd: 0, ceilingUsd: 0, lines: [] });
    expect(cost.unpriced).toEqual([{ type, name: "it", why: "this type has no price here" }]);
  });
});
