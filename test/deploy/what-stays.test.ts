import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ROOT } from "../harness/equipment";
import { runStack } from "../harness/run-stack";

const SHOP = [join(ROOT, "examples/shop/compose.yaml")];
const KEY = "aws:kms/key:Key";

/** Stacks by what the settings say over those of the checkout, and whether data of theirs outlives them. */
const STACKS = [
  ["docker, dev", "dev", [], false],
  ["docker, staging", "dev", ["towpath:environment=staging"], true],
  ["docker, prod", "dev", ["towpath:environment=prod"], true],
  ["k3s, staging", "staging", [], false],
  ["k3s, prod", "staging", ["towpath:environment=prod"], true],
  ["eks, staging", "prod", ["towpath:environment=staging"], false],
  ["eks, prod", "prod", [], true],
] as const;

describe("what a destroy leaves", () => {
  it.each(STACKS)("can be read afterwards: %s", async (_, stack, overrides, outlives) => {
    const resources = await runStack(stack, SHOP, overrides);
    const stays = resources.filter(({ retainOnDelete }) => retainOnDelete);
    const keys = resources.filter(({ type }) => type === KEY);
    const kept = stays.filter(({ type }) => type === KEY).map(({ name }) => name);
    // The stand-in for AWS ends the key's ARN with the resource's name.
    const needed = stays.flatMap(({ inputs }) => JSON.stringify(inputs).match(/(?<=:key\/)[^"]+/g) ?? []);
    expect(kept).toEqual(expect.arrayContaining([...new Set(needed)]));
    // `towpath leftovers` knows by these tags that it stays on purpose.
    const tagged = stays.flatMap(({ inputs: { tags } }) =>
      tags === undefined ? [] : [Object.keys(tags ?? {})],
    );
    for (const tags of tagged) expect(tags).toContainEqual(expect.stringMatching(/^towpath:(kept|volume)$/));
    expect(kept).toEqual(outlives ? keys.map(({ name }) => name) : []);
  });
});
