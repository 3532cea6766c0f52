import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { clusterSettings } from "../../components/settings/cluster";
import { board } from "../../components/settings/edge";
import { eksSettings } from "../../components/settings/eks";
import { eksPool } from "../../components/settings/eks-pool";
import { k3sSettings } from "../../components/settings/k3s";
import { kubernetesShape } from "../../components/settings/kubernetes";
import { parseSettings } from "../../components/settings/parse";
import type { Ended } from "../cli/towpath-process";
import { documentedStacks, previewsOf } from "../harness/previews";

const GUIDE = readFileSync(resolve(__dirname, "../../docs/targets.md"), "utf8");
const blocks = documentedStacks();
const stacks = blocks.map(text => {
  const { config }: { config: Record<string, unknown> } = parse(text);
  return config;
});

/** The guide's promise for the smallest stack of EKS, USD a month. */
const SMALLEST_EKS = 150;

describe("the blocks of docs/targets.md", () => {
  let previews: readonly Ended[] = [];
  beforeAll(async () => {
    previews = await previewsOf(blocks);
  }, 180_000);

  it.each(blocks.map((text, index) => [index, text] as const))("preview without a violation: %i", index => {
    const { code, stdout, stderr } = previews[index] ?? { code: -1, stdout: "", stderr: "" };
    expect([code, stderr]).toEqual([0, ""]);
    expect(JSON.parse(stdout).resources.length).toBeGreaterThan(5);
  });

  it("include an EKS stack that costs no more than it should", () => {
    const sums = previews.flatMap(({ stdout }) => {
      const { target, cost } = JSON.parse(stdout);
      return target === "eks" ? [cost.expectedUsd] : [];
    });
    expect(sums.length).toBeGreaterThan(4);
    expect(Math.min(...sums)).toBeLessThanOrEqual(SMALLEST_EKS);
  });
});

describe("docs/targets.md", () => {
  it("has settings for every target, all valid as they stand", () => {
    const targets = stacks.map(config => parseSettings(config, "example").target);
    expect(targets).toEqual([
      "docker",
      "docker",
      "docker",
      "k3s",
      "k3s",
      "k3s",
      "eks",
      "eks",
      "eks",
      "eks",
      "eks",
      "eks",
      "cluster",
      "cluster",
    ]);
  });

  it.each([
    ["k3s", Object.keys(k3sSettings.shape.k3s.unwrap().shape)],
    ["eks", Object.keys(eksSettings.shape.eks.unwrap().shape)],
    ["a board", Object.keys(board.shape)],
    ["a pool", [...new Set(eksPool.options.flatMap(({ shape }) => Object.keys(shape)))]],
    ["every cluster", Object.keys(kubernetesShape)],
    ["cluster", Object.keys(clusterSettings.shape.cluster.unwrap().shape)],
  ])("explains every key of %s", (name, keys) => {
    const [, ...tables] = GUIDE.split(new RegExp(`\\| key of \`?${name}\`? \\|`));
    const rows = tables.map(table => table.split("\n\n")[0] ?? "").join("\n");
    for (const key of keys) expect(rows, key).toMatch(new RegExp(`^\\|[^|]*\`${key}[\`.]`, "m"));
  });
});
