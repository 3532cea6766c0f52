import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { lockRequest } from "../../cli/lock/lock-request";
import { load } from "../../components/app/load/load";
import type { Loaded } from "../../components/app/load/loaded";
import { pinImages } from "../../components/app/lock/pin-images";
import { renderManifests } from "../../components/workloads/kubernetes/render-manifests";
import { builtTool, ROOT } from "../harness/equipment";
import { planFor } from "./harness/rendered";
import { CHECKOV_SKIPS, KUBE_SCORE_SKIPS, type Skip } from "./scanner-skips";

const EXAMPLES = readdirSync(join(ROOT, "examples"));
const DIGEST = `sha256:${"0".repeat(64)}`;
const NOT_MANIFESTS = ["kustomization.yaml", "rollout.sh", "secrets.example.yaml"];

interface Finding {
  readonly check: string;
  /** `Kind/name`. */
  readonly object: string;
}

/** `Kind/name`; a Job's without the hash of what it runs. */
function objectOf(kind: string, name: string): string {
  return `${kind}/${kind === "Job" ? name.replace(/-[0-9a-f]{8}$/, "") : name}`;
}

/** The findings that no skip covers. */
function left(findings: readonly Finding[], skips: readonly Skip[]): readonly Finding[] {
  const covers = ({ check, object }: Finding) =>
    skips.some(skip => skip.check === check && (skip.objects?.includes(object) ?? true));
  return findings.filter(finding => !covers(finding));
}

/** The skips that cover nothing any more. */
function unused(findings: readonly Finding[], skips: readonly Skip[]): readonly string[] {
  const found = (check: string, object?: string) =>
    findings.some(finding => finding.check === check && (object === undefined || finding.object === object));
  return skips.flatMap(({ check, objects = [undefined] }) =>
    objects.filter(object => !found(check, object)).map(object => `${check} ${object ?? ""}`),
  );
}

function json(program: string, words: readonly string[]): unknown {
  const { stdout, stderr } = spawnSync(program, words, { encoding: "utf8", maxBuffer: 1 << 27 });
  if (stdout === "") throw new Error(`${program} printed nothing: ${stderr}`);
  return JSON.parse(stdout);
}

const files = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter(path => path.endsWith(".yaml"))
    .map(path => join(folder, path));

/** An app as it is once `towpath lock` has seen it. */
function locked(file: string): Loaded {
  const { images } = lockRequest({ files: [file], environment: {} });
  const lock = Object.fromEntries([...images.keys()].map(name => [name, DIGEST]));
  const loaded = load({ files: [file] });
  return { ...loaded, app: pinImages(loaded.app, lock), lock };
}

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "towpath-scan-"));
  for (const example of EXAMPLES) {
    const plan = planFor(locked(join(ROOT, "examples", example, "compose.yaml")));
    const built = plan.images.map(({ service }) => [service, `registry.example.com/app@${DIGEST}`]);
    for (const [path, text] of Object.entries(renderManifests(plan, Object.fromEntries(built)))) {
      if (!NOT_MANIFESTS.includes(path)) writeFileSync(join(folder, `${example}-${path}`), text);
    }
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const checkov = builtTool("checkov");
describe.skipIf(checkov === undefined)("Checkov on all examples (needs .ci/checkov/build)", () => {
  it("finds nothing but what is recorded, and all of that", () => {
    const words = [
      "--directory",
      folder,
      "--framework",
      "kubernetes",
      "--skip-download",
      "--compact",
      "--output",
      "json",
    ];
    const { results, summary } = json(join(checkov ?? "", "checkov"), words) as {
      readonly results: { readonly failed_checks: readonly { check_id: string; resource: string }[] };
      readonly summary: { readonly passed: number; readonly parsing_errors: number };
    };
    const findings = results.failed_checks.map(({ check_id, resource }) => {
      const [kind, , name = ""] = resource.split(".");
      return { check: check_id, object: objectOf(`${kind}`, name) };
    });
    expect(summary.passed).toBeGreaterThan(300);
    expect(summary.parsing_errors).toBe(0);
    expect(left(findings, CHECKOV_SKIPS)).toEqual([]);
    expect(unused(findings, CHECKOV_SKIPS)).toEqual([]);
  });
});

/** kube-score's grades: 1 is critical, 5 a warning, 7 nearly and 10 quite fine. */
const FINE = 7;

const kubeScore = builtTool("kube-score");
describe.skipIf(kubeScore === undefined)("kube-score on all examples (needs .ci/kube-score/build)", () => {
  it("finds nothing critical and warns of nothing but what is recorded, and all of that", () => {
    const words = ["score", "--output-format", "json", ...files(folder)];
    const scored = json(join(kubeScore ?? "", "kube-score"), words) as readonly {
      readonly type_meta: { readonly kind: string };
      readonly object_meta: { readonly name: string };
      readonly checks: readonly { grade: number; skipped: boolean; check: { id: string } }[];
    }[];
    const findings = scored.flatMap(({ type_meta, object_meta, checks }) =>
      checks
        .filter(({ grade, skipped }) => grade < FINE && !skipped)
        .map(({ check }) => ({ check: check.id, object: objectOf(type_meta.kind, object_meta.name) })),
    );
    expect(scored.length).toBeGreaterThan(20);
    expect(left(findings, KUBE_SCORE_SKIPS)).toEqual([]);
    expect(unused(findings, KUBE_SCORE_SKIPS)).toEqual([]);
  });
});
