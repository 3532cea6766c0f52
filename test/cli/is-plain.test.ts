import * as pulumi from "@pulumi/pulumi";
import { expect, it } from "vitest";
import { isPlain } from "../../cli/engine/is-plain";

it.each([
  ["what JSON says", { a: [1, "x", true, null, { b: {} }] }, true],
  ["an asset", { a: [new pulumi.asset.StringAsset("text")] }, false],
  ["an output", { a: pulumi.output(1) }, false],
  ["a promise", { a: Promise.resolve(1) }, false],
  ["what is not there", { a: undefined }, false],
  ["a function", { a: () => 1 }, false],
  ["a date", [new Date(0)], false],
])("tells %s", (_, value, plain) => {
  expect(isPlain(value)).toBe(plain);
});
