import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it, vi } from "vitest";
import { largeSecrets } from "../components/large-secrets";
import { InvalidInput } from "../components/lib/issues";
import { secretBytes } from "../components/settings/secret-bytes";
import type { SecretSource } from "../components/workloads/references";
import { runStack } from "./harness/run-stack";

const COMPOSE = `
services:
  web: { image: "ghcr.io/example/web:1", user: "10001", secrets: [token] }
secrets:
  token: { environment: TOWPATH_TEST_TOKEN }
`;

const of = (source: SecretSource, value: string, most: number) =>
  largeSecrets({
    references: [{ name: "token", source }],
    most,
    variable: name => (name === "TOKEN" ? value : undefined),
    configBytes: key => (key === "token" ? Buffer.byteLength(value) : undefined),
  });

describe("secrets that are too large", () => {
  it.each<SecretSource>([
    { kind: "environment", variable: "TOKEN" },
    { kind: "config", key: "token" },
  ])("are told by their bytes: %j", source => {
    expect(of(source, "ü", 2)).toEqual([]);
    expect(of(source, "üx", 2)).toEqual([
      {
        path: "secrets.token",
        wrong: "3 bytes, more than the 2 that a secret holds",
        instead: expect.stringContaining("volume"),
      },
    ]);
  });

  it("are not guessed where no value is at hand", () => {
    expect(of({ kind: "config", key: "other" }, "x", 0)).toEqual([]);
    expect(of({ kind: "environment", variable: "OTHER" }, "x", 0)).toEqual([]);
  });
});

describe("the size of a value in the stack's config", () => {
  it.each([
    ['{"a":"ü"}', 2],
    ['{"b":"x"}', undefined],
    ['{"a":{"secure":"x"}}', undefined],
    ["no JSON", undefined],
    [undefined, undefined],
  ])("of %s", (text, bytes) => expect(secretBytes(text, "a")).toBe(bytes));
});

describe("a stack with a secret that no Secret holds", () => {
  const folder = mkdtempSync(join(tmpdir(), "towpath-large-"));
  const app = [join(folder, "compose.yaml")];
  writeFileSync(join(folder, "compose.yaml"), COMPOSE);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("is refused by name before anything is registered", async () => {
    vi.stubEnv("TOWPATH_TEST_TOKEN", "x".repeat(1024 * 1024));
    expect((await runStack("staging", app)).length).toBeGreaterThan(5);
    vi.stubEnv("TOWPATH_TEST_TOKEN", "x".repeat(1024 * 1024 + 1));
    await expect(runStack("staging", app)).rejects.toThrow(InvalidInput);
    await expect(runStack("staging", app)).rejects.toThrow("secrets.token: 1048577 bytes");
  });
});
