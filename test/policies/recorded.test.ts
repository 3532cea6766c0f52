import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { RULES } from "../../policies/rules";
import { ROOT, towpathEach } from "../cli/towpath-process";
import { RECORDED } from "./recorded";

const APPS = readdirSync(join(ROOT, "examples"));
const OTHER_CLUSTER = [
  "target=cluster",
  "cluster.context=home",
  "cluster.registry=registry.example.com/team",
];
/** What each stack is previewed with: the default ones, and a cluster that is there already. */
const STACKS: Readonly<Record<string, readonly string[]>> = {
  dev: ["--stack", "dev"],
  staging: ["--stack", "staging"],
  prod: ["--stack", "prod"],
  cluster: ["--stack", "prod", ...OTHER_CLUSTER.flatMap(setting => ["--config", setting])],
};

interface Result {
  readonly outcome: string;
  readonly rule: string;
  readonly resource: string;
}

let found: readonly string[] = [];
let notEvaluated: readonly Result[] = [];
let folder = "";
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "towpath-recorded-"));
  const runs = Object.entries(STACKS).flatMap(([stack, words]) =>
    APPS.map(app => ({
      where: `${stack} ${app}`,
      words: ["preview", ...words, "--compose", `examples/${app}/compose.yaml`, "--format", "json"],
    })),
  );
  const answers = await towpathEach(
    runs.map(({ words }) => [...words, "--config", "environment=prod", "--out", folder]),
  );
  const results = answers.map(({ stdout, stderr }): readonly Result[] => {
    if (stdout === "") throw new Error(stderr);
    return JSON.parse(stdout).policies;
  });
  found = runs.flatMap(({ where }, at) => [
    ...new Set(
      (results[at] ?? []).filter(broken).map(({ rule, resource }) => `${where}: ${rule} ${name(resource)}`),
    ),
  ]);
  notEvaluated = results.flat().filter(({ outcome }) => outcome === "not-evaluated");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const broken = ({ outcome }: Result) => outcome === "violated";
const name = (urn: string) => urn.split("::").at(-1) ?? "";

describe("the default stacks and the examples, as in prod", () => {
  it("break no rule but as is recorded, and that all", () => {
    const recorded = RECORDED.flatMap(({ rule, resource, in: where }) =>
      where.map(one => `${one}: ${rule} ${resource}`),
    );
    expect([...found].sort()).toEqual(recorded.sort());
  });

  it("break no mandatory rule", () => {
    const mandatory = new Set(
      RULES.filter(({ severity }) => severity.startsWith("mandatory")).map(({ id }) => id),
    );
    expect(RECORDED.filter(({ rule }) => mandatory.has(rule))).toEqual([]);
  });

  it("leave nothing open", () => {
    expect(notEvaluated).toEqual([]);
  });
});
