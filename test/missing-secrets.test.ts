import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { load } from "../components/app/load/load";
import { missingSecrets } from "../components/missing-secrets";
import { variableOf } from "../components/variable-of";
import type { SecretReference } from "../components/workloads/references";

const COMPOSE = `
services:
  web: { image: "ghcr.io/example/web:1", user: "10001", secrets: [token] }
secrets:
  token: { environment: TOWPATH_TEST_TOKEN }
`;
const folder = mkdtempSync(join(tmpdir(), "towpath-env-"));
const file = join(folder, "compose.yaml");
writeFileSync(file, COMPOSE);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const token: SecretReference = {
  name: "token",
  source: { kind: "environment", variable: "TOWPATH_TEST_TOKEN" },
};
const missing = (environment: Readonly<Record<string, string>>) =>
  missingSecrets({ loaded: load({ files: [file] }), references: [token], configured: [], environment });
const value = (environment: Readonly<Record<string, string>>) =>
  variableOf("TOWPATH_TEST_TOKEN", load({ files: [file] }), environment);

describe("a secret of a variable", () => {
  it("is missing where neither the environment nor .env has it", () => {
    expect(missing({})).toEqual([
      {
        path: "secrets.token",
        wrong: "neither the environment nor .env has TOWPATH_TEST_TOKEN",
        instead: "set it where Pulumi runs",
      },
    ]);
    expect(missing({ TOWPATH_TEST_TOKEN: "x" })).toEqual([]);
  });

  it("is taken from .env, as Compose does, and from the environment first", () => {
    expect(value({})).toBeUndefined();
    writeFileSync(join(folder, ".env"), "TOWPATH_TEST_TOKEN=of-the-file\n");
    expect(missing({})).toEqual([]);
    expect(value({})).toBe("of-the-file");
    expect(value({ TOWPATH_TEST_TOKEN: "of-the-environment" })).toBe("of-the-environment");
  });
});
