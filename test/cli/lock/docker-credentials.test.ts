import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { dockerCredentials } from "../../../cli/lock/docker-credentials";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "towpath-login-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const auth = Buffer.from("ada:pass:word").toString("base64");
const found = (registry: string, config: unknown) => {
  writeFileSync(join(folder, "config.json"), JSON.stringify(config));
  return dockerCredentials(registry, { DOCKER_CONFIG: folder, PATH: `${folder}:${process.env.PATH}` });
};

it.each<[string, string, unknown]>([
  ["of a registry", "example.com:5000", { auths: { "example.com:5000": { auth } } }],
  ["under its address", "example.com", { auths: { "https://example.com": { auth } } }],
  ["of Docker Hub", "docker.io", { auths: { "https://index.docker.io/v1/": { auth } } }],
])("a login %s is found", (_, registry, config) => {
  expect(found(registry, config)).toEqual({ username: "ada", password: "pass:word" });
});

it("no other registry's login is given", () => {
  expect(found("other.example.com", { auths: { "example.com": { auth } } })).toBeUndefined();
});

it("a credential helper is asked, and its failure means no login", () => {
  const helper = join(folder, "docker-credential-test");
  writeFileSync(
    helper,
    '#!/bin/sh\n[ "$1" = get ] && read -r name\n[ "$name" = example.com ] || exit 1\necho \'{"Username":"eve","Secret":"x"}\'\n',
  );
  chmodSync(helper, 0o755);
  expect(found("example.com", { credHelpers: { "example.com": "test" } })).toEqual({
    username: "eve",
    password: "x",
  });
  expect(found("example.com", { credsStore: "test" })).toEqual({ username: "eve", password: "x" });
  expect(found("other.example.com", { credsStore: "test" })).toBeUndefined();
});

it("a file that Docker could not read means no login", () => {
  writeFileSync(join(folder, "config.json"), "{");
  expect(dockerCredentials("example.com", { DOCKER_CONFIG: folder })).toBeUndefined();
  expect(dockerCredentials("example.com", { DOCKER_CONFIG: join(folder, "none") })).toBeUndefined();
});
