import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { PRICERS } from "../../pricing/catalog";
import { freeBecause } from "../../pricing/free";
import { REGIONS } from "../../pricing/regions";
import { USAGE } from "../../pricing/usage";

const page = readFileSync(resolve(__dirname, "../../docs/cost.md"), "utf8");

describe("docs/cost.md", () => {
  it("lists every assumption with its default, and no other", () => {
    const rows = [...page.matchAll(/^\| `(\w+)` \| (\S+) \| (.*) \|$/gm)].map(([, name, value, what]) => [
      name,
      { default: Number(value), what },
    ]);
    expect(Object.fromEntries(rows)).toEqual(USAGE);
  });

  it("names the regions", () => {
    for (const region of Object.keys(REGIONS)) expect(page).toContain(`\`${region}\``);
  });
});

describe("the catalog", () => {
  it("prices a type once, and no aws type is both priced and free", () => {
    const types = PRICERS.flatMap(pricer => pricer.types);
    expect(new Set(types).size).toBe(types.length);
    expect(types.filter(type => type.startsWith("aws:") && freeBecause(type))).toEqual([]);
  });
});
