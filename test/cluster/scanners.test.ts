import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseAllDocuments } from "yaml";
import { lockRequest } from "../../cli/lock/lock-request";
import { load } from "../../components/app/load/load";
import type { Loaded } from "../../components/app/load/loaded";
import { pinImages } from "../../components/app/lock/pin-images";
import type { Manifest } from "../../components/workloads/kubernetes/kubernetes-plan";
import { renderManifests } from "../../components/workloads/kubernetes/render-manifests";
import { SCANNER_EXCEPTIONS } from "../../components/workloads/kubernetes/scanner-exceptions";
import { builtTool, ROOT } from "../harness/equipment";
import { planFor } from "./harness/rendered";

const APPS: readonly string[] = [
  ...readdirSync(join(ROOT, "examples")).map(name => join(ROOT, "examples", name, "compose.yaml")),
  join(ROOT, "test/cluster/app/exceptions.yaml"),
];
const DIGEST = `sha256:${"0".repeat(64)}`;
const NOT_MANIFESTS = ["kustomization.yaml", "rollout.sh", "secrets.example.yaml"];

/** What a scanner finds, or an annotation says that it must not: `app Kind/name check`, sorted. */
type Findings = readonly string[];

function json(program: string, words: readonly string[]): unknown {
  const { stdout, stderr } = spawnSync(program, words, { encoding: "utf8", maxBuffer: 1 << 27 });
  if (stdout === "") throw new Error(`${program} printed nothing: ${stderr}`);
  return JSON.parse(stdout);
}

const files = (folder: string) => readdirSync(folder).map(path => join(folder, path));

/** An app as it is once `towpath lock` has seen it. */
function locked(file: string): Loaded {
  const { images } = lockRequest({ files: [file], environment: {} });
  const lock = Object.fromEntries([...images.keys()].map(name => [name, DIGEST]));
  const loaded = load({ files: [file] });
  return { ...loaded, app: pinImages(loaded.app, lock), lock };
}

/** What the annotations of rendered objects except. */
function excepted(text: string): { readonly checkov: Findings; readonly kubeScore: Findings } {
  const objects = parseAllDocuments(text, { version: "1.1" }).map(one => one.toJS() as Manifest);
  const marks = objects.flatMap(({ kind, metadata: { name, namespace, annotations = {} } }) =>
    Object.entries(annotations).map(([key, value]) => ({
      object: `${namespace} ${kind}/${name}`,
      key,
      value,
    })),
  );
  const of = (start: string) => marks.filter(({ key }) => key.startsWith(start));
  return {
    checkov: of("checkov.io/skip").map(({ object, value }) => `${object} ${value.split("=")[0]}`),
    kubeScore: of("kube-score/ignore").flatMap(({ object, value }) =>
      value.split(",").map(check => `${object} ${check}`),
    ),
  };
}

let folder: string;
const exceptions = { checkov: [] as string[], kubeScore: [] as string[] };
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "towpath-scan-"));
  for (const part of ["rendered", "bare"]) mkdirSync(join(folder, part));
  for (const app of APPS) {
    const plan = planFor(locked(app));
    const built = plan.images.map(({ service }) => [service, `registry.example.com/app@${DIGEST}`]);
    for (const [path, text] of Object.entries(renderManifests(plan, Object.fromEntries(built)))) {
      if (NOT_MANIFESTS.includes(path)) continue;
      const name = `${plan.namespace}-${path}`;
      exceptions.checkov.push(...excepted(text).checkov);
      exceptions.kubeScore.push(...excepted(text).kubeScore);
      writeFileSync(join(folder, "rendered", name), text);
      writeFileSync(join(folder, "bare", name), text.replace(/^ *checkov\.io\/skip.*\n/gm, ""));
    }
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it("takes no exception that is met nowhere here", () => {
  const checks = Object.values(SCANNER_EXCEPTIONS).flatMap(one => [
    ...("checkov" in one ? one.checkov : []),
    ...("kubeScore" in one ? one.kubeScore : []),
  ]);
  const met = [...exceptions.checkov, ...exceptions.kubeScore].map(one => one.split(" ").at(-1) ?? "");
  expect([...new Set(met)].sort()).toEqual([...new Set<string>(checks)].sort());
});

const checkov = builtTool("checkov");
describe.skipIf(checkov === undefined)("Checkov on all examples (needs .ci/checkov/build)", () => {
  it("finds nothing, and without the annotations just what they are for", () => {
    const words = ["--framework", "kubernetes", "--skip-download", "--compact", "--output", "json"];
    const { results, summary } = json(join(checkov ?? "", "checkov"), ["--directory", folder, ...words]) as {
      readonly results: {
        readonly failed_checks: readonly { check_id: string; resource: string; file_path: string }[];
      };
      readonly summary: { readonly passed: number; readonly parsing_errors: number };
    };
    const found = (part: string): Findings =>
      results.failed_checks
        .filter(({ file_path }) => file_path.startsWith(`/${part}/`))
        .map(({ check_id, resource }) => {
          const [kind, namespace, ...name] = resource.split(".");
          return `${namespace} ${kind}/${name.join(".")} ${check_id}`;
        })
        .sort();
    expect(summary.passed).toBeGreaterThan(600);
    expect(summary.parsing_errors).toBe(0);
    expect(found("rendered")).toEqual([]);
    expect(found("bare")).toEqual([...exceptions.checkov].sort());
  });
});

/** kube-score's grades: 1 is critical, 5 a warning, 7 nearly and 10 quite fine. */
const FINE = 7;

const kubeScore = builtTool("kube-score");
describe.skipIf(kubeScore === undefined)("kube-score on all examples (needs .ci/kube-score/build)", () => {
  const found = (...options: readonly string[]): Findings => {
    const words = ["score", "--output-format", "json", ...options, ...files(join(folder, "rendered"))];
    const scored = json(join(kubeScore ?? "", "kube-score"), words) as readonly {
      readonly type_meta: { readonly kind: string };
      readonly object_meta: { readonly name: string; readonly namespace: string };
      readonly checks: readonly { grade: number; skipped: boolean; check: { id: string } }[];
    }[];
    expect(scored.length).toBeGreaterThan(20);
    return scored
      .flatMap(({ type_meta: { kind }, object_meta: { name, namespace }, checks }) =>
        checks
          .filter(({ grade, skipped }) => grade < FINE && !skipped)
          .map(({ check }) => `${namespace} ${kind}/${name} ${check.id}`),
      )
      .sort();
  };

  it("finds nothing critical and warns of nothing", () => expect(found()).toEqual([]));

  it("finds without the annotations just what they are for", () =>
    expect(found("--disable-ignore-checks-annotations")).toEqual([...exceptions.kubeScore].sort()));
});
