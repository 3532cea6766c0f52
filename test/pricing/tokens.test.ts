import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { describe, expect, it } from "vitest";

const root = resolve(__dirname, "../..");
const packageOf = (name: string) => dirname(require.resolve(`@pulumi/${name}/package.json`));

/** Every AWS and Kubernetes type that prices and rules speak of; a mistyped one would match nothing, in silence. */
const TOKENS = [
  ...new Set(
    ["pricing", "policies"]
      .flatMap(room =>
        readdirSync(join(root, room), { recursive: true, encoding: "utf8" })
          .filter(file => file.endsWith(".ts"))
          .map(file => join(root, room, file)),
      )
      .flatMap(
        file => readFileSync(file, "utf8").match(/(?<=")(aws:\w+|kubernetes:[\w.]+)\/\w+:\w+(?=")/g) ?? [],
      ),
  ),
].sort();

/** Types that a cluster learns from definitions, and no SDK has a class for. */
const DEFINED_BY_CHARTS = [
  "kubernetes:karpenter.k8s.aws/v1:EC2NodeClass",
  "kubernetes:karpenter.sh/v1:NodePool",
];

/** The file of the SDK that has a type's class. */
function fileOf(token: string): string {
  const [owner = "", module = "", name = ""] = token.split(":");
  const lower = `${name[0]?.toLowerCase()}${name.slice(1)}.js`;
  if (owner === "aws") return join(packageOf("aws"), `${module}.js`);
  return join(packageOf("kubernetes"), module.replace(/\.[\w.]*\//, "/"), lower);
}

describe("type tokens", () => {
  it("are many", () => {
    expect(TOKENS.length).toBeGreaterThan(100);
  });

  it.each(TOKENS.filter(token => !DEFINED_BY_CHARTS.includes(token)))("%s is a type of its SDK", token => {
    expect(existsSync(fileOf(token))).toBe(true);
  });

  it.each(TOKENS.filter(token => token.startsWith("aws:")))("%s names the class of its module", token => {
    const source = readFileSync(fileOf(token), "utf8");
    expect(source).toContain(`__pulumiType = '${token}'`);
  });
});
