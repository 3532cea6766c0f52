import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { clusterSettings } from "../../components/settings/cluster";
import { eksSettings } from "../../components/settings/eks";
import { k3sSettings } from "../../components/settings/k3s";
import { parseSettings } from "../../components/settings/parse";

const GUIDE = readFileSync(resolve(__dirname, "../../docs/targets.md"), "utf8");
const stacks = [...GUIDE.matchAll(/^```yaml\n(.*?)^```/gms)].map(([, text = ""]) => {
  const { config }: { config: Record<string, unknown> } = parse(text);
  return config;
});

describe("docs/targets.md", () => {
  it("has settings for every target, all valid as they stand", () => {
    const targets = stacks.map(config => parseSettings(config, "example").target);
    expect(targets).toEqual(["docker", "docker", "k3s", "eks", "eks", "cluster"]);
  });

  it.each([
    ["k3s", Object.keys(k3sSettings.shape.k3s.unwrap().shape)],
    ["eks", Object.keys(eksSettings.shape.eks.unwrap().shape)],
    ["cluster", Object.keys(clusterSettings.shape.cluster.unwrap().shape)],
    ["addons", Object.keys(k3sSettings.shape.addons.unwrap().shape)],
  ])("explains every key of %s", (name, keys) => {
    const [, table = ""] = GUIDE.split(new RegExp(`\\| key of \`${name}\` \\|`));
    const rows = table.split("\n\n")[0] ?? "";
    for (const key of keys) expect(rows, key).toMatch(new RegExp(`^\\|[^|]*\`${key}[\`.]`, "m"));
  });
});
