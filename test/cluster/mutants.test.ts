import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { builtTool } from "../harness/equipment";
import { awsMutants } from "./mutants/aws-mutants";
import { type Compared, compare } from "./mutants/compare";
import { EXPLAINED, type Explained } from "./mutants/explained";
import { kubernetesMutants } from "./mutants/kubernetes-mutants";
import type { Judged, Mutant } from "./mutants/mutant";
import { examplesAsManifests, stacksAsRegistered } from "./mutants/originals";
import { checkov, kubeScore } from "./mutants/scan";
import { CHECKOV_AWS, CHECKOV_KUBERNETES, KUBE_SCORE } from "./mutants/shared";

/** How many mutants there are at least, and the part of them that is judged alike. */
const MUTANTS = 300;
const AGREEMENT = 0.98;

const tools = { checkov: builtTool("checkov"), kubeScore: builtTool("kube-score") };
const isMissing = tools.checkov === undefined || tools.kubeScore === undefined;
const title = "mutants of what is rendered and registered (needs .ci/checkov/build and .ci/kube-score/build)";

interface Disagreement extends Pick<Explained, "scanner" | "rules" | "foundBy"> {
  readonly label: string;
}

describe.skipIf(isMissing)(title, () => {
  const { checkov: checkovTool = "", kubeScore: kubeScoreTool = "" } = tools;
  let folder = "";
  let mutants: readonly Mutant[] = [];
  const compared: { scanner: Explained["scanner"]; one: Compared }[] = [];
  const add = (scanner: Explained["scanner"], all: readonly Compared[]) =>
    compared.push(...all.filter(({ isSeen }) => isSeen).map(one => ({ scanner, one })));

  /** A file a mutant; Terraform takes a folder for each. */
  const write = (place: string, all: readonly Mutant[], shown: (mutant: Mutant) => Judged, file: string) => {
    for (const mutant of all) {
      const path = join(folder, place, file.replaceAll("ID", mutant.id));
      mkdirSync(join(path, ".."), { recursive: true });
      writeFileSync(path, shown(mutant).text);
    }
    return join(folder, place);
  };

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "towpath-mutants-"));
    const manifests = Object.entries(examplesAsManifests()).flatMap(([app, all]) =>
      kubernetesMutants(app, all),
    );
    const stacks = await stacksAsRegistered(join(folder, "out"));
    const aws = Object.entries(stacks).flatMap(([stack, all]) => awsMutants(stack, all));
    mutants = [...manifests, ...aws];
    const alone = write("alone", manifests, one => one.alone, "ID.yaml");
    const whole = write("whole", manifests, one => one.whole, "ID.yaml");
    const terraform = write("aws", aws, one => one.whole, "ID/ID.tf");
    add(
      "Checkov",
      compare(manifests, "alone", checkov(checkovTool, alone, "kubernetes"), CHECKOV_KUBERNETES),
    );
    add("kube-score", compare(manifests, "whole", kubeScore(kubeScoreTool, whole), KUBE_SCORE));
    add("Checkov", compare(aws, "whole", checkov(checkovTool, terraform, "terraform"), CHECKOV_AWS));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const disagreements = (): readonly Disagreement[] =>
    compared.flatMap(({ scanner, one: { mutant, onlyRules, onlyScanner } }) => [
      ...onlyRules.map(rules => ({ scanner, label: mutant.label, rules, foundBy: "rules" as const })),
      ...onlyScanner.map(rules => ({ scanner, label: mutant.label, rules, foundBy: "scanner" as const })),
    ]);
  const explains = (one: Explained, { scanner, label, rules, foundBy }: Disagreement) =>
    one.scanner === scanner && one.rules === rules && one.foundBy === foundBy && one.mutants.test(label);

  it("are judged by the rules as by Checkov and kube-score", () => {
    const alike = compared.filter(({ one }) => one.onlyRules.length + one.onlyScanner.length === 0);
    console.log(`${mutants.length} mutants, ${compared.length} comparisons, ${alike.length} alike`);
    expect(mutants.length).toBeGreaterThanOrEqual(MUTANTS);
    expect(compared.length).toBeGreaterThanOrEqual(MUTANTS);
    expect(alike.length / compared.length).toBeGreaterThanOrEqual(AGREEMENT);
  });

  it("differ only where it is explained", () => {
    expect(disagreements().filter(one => !EXPLAINED.some(known => explains(known, one)))).toEqual([]);
  });

  it("need every explanation", () => {
    const found = disagreements();
    expect(EXPLAINED.filter(known => !found.some(one => explains(known, one)))).toEqual([]);
  });
});
