import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { holdsCredential, looksLikeCredential } from "../../../components/workloads/shared/credentials";
import { Reporter } from "../../../components/workloads/shared/reporter";
import { serviceEnvironment } from "../../../components/workloads/shared/service-environment";
import { serviceSecrets } from "../../../components/workloads/shared/service-secrets";
import { loadedApp } from "./loaded-app";

const folder = mkdtempSync(join(tmpdir(), "towpath-secrets-"));
afterAll(() => rmSync(folder, { recursive: true }));
writeFileSync(join(folder, "a.conf"), "x=1\n");

describe("a credential", () => {
  it.each([
    "POSTGRES_PASSWORD",
    "api_key",
    "githubToken",
    "AWS_SECRET_ACCESS_KEY",
    "ROOT_PW",
    "DB_PWD",
    "JWT_PRIVATE_KEY",
  ])("is told by the name %s", name => {
    expect(looksLikeCredential(name)).toBe(true);
  });

  it.each(["PWD", "POSTGRES_PASSWORD_FILE", "TOKEN_URL", "PASSWORD_LENGTH", "COMPASS", "MONKEY", "USER"])(
    "is not %s",
    name => {
      expect(looksLikeCredential(name)).toBe(false);
    },
  );

  it.each([
    ["DATABASE_URL", "postgres://me:secret@db/x", true],
    ["DATABASE_URL", "postgres://db/x", false],
    ["MYSQL_ALLOW_EMPTY_PASSWORD", "yes", false],
    ["DB_PASSWORD", "", false],
    ["DB_PASSWORD", "/run/secrets/db", false],
  ])("%s=%s: %s", (name, value, expected) => {
    expect(holdsCredential(name, value)).toBe(expected);
  });
});

describe("a service's environment", () => {
  const environment = { LEVEL: "info", API_KEY: "k", FROM_FILE: "f", BOTH: "inline", UNSET: null };
  const envFiles = {
    web: { "/p/a.env": { FROM_FILE: "old", BOTH: "file" }, "/p/b.env": { FROM_FILE: "f" } },
  };
  const loaded = loadedApp({ services: { web: { environment } } }, { envFiles });
  const reporter = new Reporter(loaded);
  const { plain, secret } = serviceEnvironment(loaded, "web", reporter);

  it("has what is written in the file, and inline wins over env_file", () => {
    expect(plain).toEqual({ LEVEL: "info", BOTH: "inline" });
  });

  it("refers to credentials and to whatever an env_file sets", () => {
    expect(secret).toEqual({
      API_KEY: {
        name: "web/API_KEY",
        source: { kind: "service-environment", service: "web", variable: "API_KEY" },
      },
      FROM_FILE: {
        name: "web/FROM_FILE",
        source: { kind: "service-environment", service: "web", variable: "FROM_FILE" },
      },
    });
  });

  it("says which variables nobody set", () => {
    const [entry] = reporter.entries().filter(({ verdict }) => verdict === "ignored");
    expect(entry?.path).toBe("services.web.environment.UNSET");
  });
});

describe("secrets and configs", () => {
  const loaded = loadedApp({
    services: {
      web: {
        secrets: [
          { source: "a" },
          { source: "b", target: "b.txt", mode: "0400", uid: "5" },
          { source: "c", target: "/c" },
        ],
        configs: [{ source: "file" }, { source: "text", target: "/etc/t" }, { source: "env" }],
      },
      bad: { configs: [{ source: "missing" }] },
    },
    secrets: {
      a: { name: "app_a", file: "/p/a.txt" },
      b: { name: "app_b", environment: "B" },
      c: { name: "stack-key", external: true },
    },
    configs: {
      file: { name: "app_file", file: join(folder, "a.conf") },
      text: { name: "app_text", content: "hello" },
      env: { name: "app_env", environment: "E" },
      missing: { name: "app_missing", file: join(folder, "nowhere") },
    },
  });

  it("stand where Compose puts them, secrets as references", () => {
    const files = serviceSecrets(loaded, "web", new Reporter(loaded));
    expect(
      files.map(({ target, mode, content }) => [
        target,
        mode,
        content.from === "text" ? content.text.toString() : content.reference.source,
      ]),
    ).toEqual([
      ["/run/secrets/a", 0o444, { kind: "file", path: "/p/a.txt" }],
      ["/run/secrets/b.txt", 0o400, { kind: "environment", variable: "B" }],
      ["/c", 0o444, { kind: "config", key: "stack-key" }],
      ["/file", 0o444, "x=1\n"],
      ["/etc/t", 0o444, "hello"],
      ["/env", 0o444, { kind: "environment", variable: "E" }],
    ]);
  });

  it("are refused when a config's file is not there", () => {
    const reporter = new Reporter(loaded);
    serviceSecrets(loaded, "bad", reporter);
    expect(() => reporter.throwIfRefused()).toThrow(/^configs.missing.file: .*nowhere is not a file/);
  });
});
