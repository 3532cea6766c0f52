import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { load } from "../../../components/app/load/load";
import { InvalidInput } from "../../../components/lib/issues";
import type { KubernetesPlan } from "../../../components/workloads/kubernetes/kubernetes-plan";
import { CORPUS, type CorpusCase, corpusJson, HAS_CORPUS } from "../../app/load/corpus";
import { planned } from "./facts";
import { isGatewayApi, schemaErrors, versions } from "./schemas";

/** A case's plan, or the problems for which Kubernetes refuses it. */
function outcomeOf({ files, profiles }: CorpusCase): KubernetesPlan | InvalidInput {
  const loaded = load({
    files: files.map(file => resolve(CORPUS, file)),
    profiles,
    projectName: "oracle",
    environment: { HOME: "/root" },
  });
  try {
    return planned(loaded, "example.com", { clusterIssuer: "letsencrypt" });
  } catch (error) {
    if (error instanceof InvalidInput) return error;
    throw error;
  }
}

const why = HAS_CORPUS ? "" : " (skipped: ../shared/compose-corpus is not here)";
describe.skipIf(!HAS_CORPUS || versions.length === 0)(`every file that Compose accepts${why}`, () => {
  const accepted = HAS_CORPUS ? corpusJson<CorpusCase[]>("golden/RESULTS.json").filter(({ ok }) => ok) : [];
  const outcomes = accepted.map(one => ({ name: one.case, outcome: outcomeOf(one) }));
  const plans = outcomes.flatMap(({ name, outcome }) =>
    outcome instanceof InvalidInput ? [] : [{ name, manifests: outcome.manifests.map(one => one.manifest) }],
  );

  it("is planned, but for few, which are refused with words of what to write instead", () => {
    const issues = outcomes.flatMap(({ outcome }) => (outcome instanceof InvalidInput ? outcome.issues : []));
    console.info(
      `Kubernetes: ${accepted.length} files, ${plans.length} planned as ` +
        `${plans.reduce((sum, { manifests }) => sum + manifests.length, 0)} objects`,
    );
    expect(plans.length).toBeGreaterThan(0.9 * accepted.length);
    expect(issues.filter(({ wrong, instead }) => wrong === "" || instead === "")).toEqual([]);
  });

  it.each(versions)("is strictly valid on Kubernetes %s", version => {
    const errors = plans.flatMap(({ name, manifests }) =>
      manifests
        .filter(manifest => !isGatewayApi(manifest))
        .flatMap(manifest => schemaErrors(version, manifest).map(error => `${name}: ${error}`)),
    );
    expect(errors).toEqual([]);
  });
});
