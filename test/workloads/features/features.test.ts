import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { isGatewayApi, schemaErrors, versions } from "../kubernetes/schemas";
import { difference, restored } from "./difference";
import { FEATURE_NAMES, featureKey, featurePath, goldensOf, PLAIN } from "./features";
import { dockerTree, goldens, kubernetesTree } from "./goldens";
import { isAbout, outcomeOf } from "./outcome";

const plain = outcomeOf(PLAIN);

describe.each(FEATURE_NAMES)("feature %s", name => {
  const outcome = outcomeOf(name);
  const key = featureKey(name);
  const files = goldens({ name, key }, outcome, name === PLAIN ? undefined : plain);

  it.each(Object.entries(files))("%s", async (file, text) => {
    await expect(text).toMatchFileSnapshot(featurePath(name, file));
  });

  it("has no golden that nothing renders any more", () => {
    expect([...goldensOf(name)].sort()).toEqual(Object.keys(files).sort());
  });

  it("is held whole by its goldens and plain's", () => {
    const { docker, kubernetes } = outcome;
    if (docker.plan && plain.docker.plan) {
      const [tree, base] = [dockerTree(docker.plan), dockerTree(plain.docker.plan)];
      expect(restored(difference(tree, base), base)).toEqual(tree);
    }
    if (kubernetes.plan && plain.kubernetes.plan) {
      const [tree, base] = [kubernetesTree(kubernetes.plan), kubernetesTree(plain.kubernetes.plan)];
      expect(restored(difference(tree, base), base)).toEqual(tree);
    }
  });

  it("has a verdict for its key on both targets", () => {
    const verdicts = readFileSync(featurePath(name, "verdicts.txt"), "utf8");
    expect(targetsWithVerdict(verdicts, key)).toEqual(["docker", "kubernetes"]);
  });

  it.each(outcome.kubernetes.plan === undefined ? [] : versions)(
    "is strictly valid on Kubernetes %s",
    version => {
      const manifests = (outcome.kubernetes.plan?.manifests ?? []).map(({ manifest }) => manifest);
      const checked = manifests.filter(manifest => !isGatewayApi(manifest));
      expect(checked.flatMap(manifest => schemaErrors(version, manifest))).toEqual([]);
    },
  );
});

describe("features", () => {
  it("are sixty at least, each different from plain", () => {
    expect(FEATURE_NAMES.length - 1).toBeGreaterThanOrEqual(60);
  });
});

/** The targets that say something of a key, or of what lies below it. */
function targetsWithVerdict(verdicts: string, key: string): readonly string[] {
  const said = verdicts.split("\n\n").filter(block => isAbout(key, block.split("\n")[0] ?? ""));
  const targets = said.flatMap(
    block => block.match(/(?<=^ {2})\w+(?= +(same|adapted|ignored|refused) )/gm) ?? [],
  );
  return [...new Set(targets)].sort();
}
