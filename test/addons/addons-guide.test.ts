import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import type { AddonKey } from "../../components/addons/addon";
import { addonIssues } from "../../components/addons/addon-issues";
import { AVAILABILITY } from "../../components/addons/availability";
import { CATALOG } from "../../components/addons/catalog";
import { addonSettings } from "../../components/settings/addons";
import { parseSettings } from "../../components/settings/parse";

const GUIDE = readFileSync(resolve(__dirname, "../../docs/addons.md"), "utf8");
const blocks: readonly { readonly config?: Readonly<Record<string, unknown>> }[] = [
  ...GUIDE.matchAll(/^```yaml\n(.*?)^```/gms),
].map(([, text = ""]) => parse(text));

/** The rows of a table by the first key in each, without backticks. */
function rows(head: string): ReadonlyMap<string, readonly string[]> {
  const [, table = ""] = GUIDE.split(`| ${head} |`);
  const lines = (table.split("\n\n")[0] ?? "").split("\n").filter(line => line.startsWith("| `"));
  const cells = lines.map(line => line.split("|").slice(1, -1));
  return new Map(
    cells.map(([key = "", ...rest]) => [key.replaceAll("`", "").trim(), rest.map(one => one.trim())]),
  );
}

/** The first object among a union's alternatives, which has the keys. */
function keysOf(key: "externalDns" | "loki" | "velero" | "imagePolicy" | "flux"): string[] {
  const known = addonSettings.shape[key].unwrap();
  const union = "in" in known ? known.in : known;
  return Object.keys(union.options[0].shape);
}

describe("docs/addons.md", () => {
  it("has settings that are valid as they stand", () => {
    const configs = blocks.flatMap(({ config }) => (config === undefined ? [] : [config]));
    expect(configs.length).toBeGreaterThanOrEqual(4);
    for (const config of configs) {
      const settings = parseSettings(config, "example");
      if (settings.target === "docker") throw new Error("no add-ons on docker");
      expect(addonIssues(settings)).toEqual([]);
    }
  });

  it("lists every setting, each chart at its version, and where it is on", () => {
    const table = rows("key of `addons`");
    expect([...table.keys()].sort()).toEqual(Object.keys(addonSettings.shape).sort());
    for (const [key, cells] of table) {
      if (!isAddon(key)) continue;
      expect(cells.at(-1), key).toBe(CATALOG[key].chart.version);
      const [, k3s, eks, cluster] = cells;
      for (const [platform, cell] of Object.entries({ k3s, eks, cluster } as const)) {
        const availability = AVAILABILITY[key][platform as "k3s"];
        const expected = typeof availability === "string" ? availability : "refused";
        if (!cell?.startsWith("with ")) expect(cell, `${key} on ${platform}`).toBe(expected);
      }
      for (const need of [...CATALOG[key].needs, ...(CATALOG[key].conflicts ?? []).map(one => one.with)])
        expect(cells.at(-2), key).toContain(`\`${need}\``);
    }
  });

  it.each(["externalDns", "loki", "velero", "imagePolicy", "flux"] as const)(
    "explains every key of %s",
    key => {
      const head = key === "flux" ? "key of `argoCd`, `flux`" : `key of \`${key}\``;
      expect([...rows(head).keys()].sort()).toEqual(keysOf(key).sort());
    },
  );

  it("explains every kind of receiver", () => {
    const kinds = addonSettings.shape.alerts.unwrap().options.map(({ shape }) => shape.kind.value);
    expect([...rows("`alerts.kind`").keys()].sort()).toEqual([...kinds].sort());
  });
});

function isAddon(key: string): key is AddonKey {
  return Object.hasOwn(CATALOG, key);
}
