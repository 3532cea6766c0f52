import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { bundleDigest } from "../../../components/lib/bundle-digest";
import { TOWPATH_ROLLOUT } from "../../../components/workloads/docker/rollout/towpath-rollout";

/** All that the script calls before it looks for Docker. */
const PROGRAMS =
  "bash basename cat chmod cp cut date find flock head id ln mkdir mv readlink rm rmdir sed sha256sum sort tail tee xargs";
const FILES = { "release.tsv": "project\tshop\n", ".env": "" };

const paths = execFileSync("which", PROGRAMS.split(" "), { encoding: "utf8" }).trim().split("\n");

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "towpath-host-"));
  for (const name of ["bin", "host", "bundle"]) mkdirSync(join(folder, name));
  for (const path of paths) symlinkSync(path, join(folder, "bin", basename(path)));
  for (const [name, text] of Object.entries(FILES)) writeFileSync(join(folder, "bundle", name), text);
  writeFileSync(join(folder, "towpath-rollout"), TOWPATH_ROLLOUT);
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Rolls out on a host whose `docker` is the given script, or which has none. */
function apply(docker?: string) {
  const path = join(folder, "bin/docker");
  if (docker !== undefined) {
    writeFileSync(path, `#!/bin/sh\n${docker}\n`);
    chmodSync(path, 0o755);
  }
  const command = [join(folder, "towpath-rollout"), "apply", join(folder, "bundle"), bundleDigest(FILES)];
  const env = { PATH: join(folder, "bin"), TOWPATH_ROOT: join(folder, "host") };
  const { status, stderr } = spawnSync("bash", command, { env, encoding: "utf8" });
  return { status, stderr, releases: readdirSync(join(folder, "host/releases")) };
}

/** A `docker` that says what a good host's would. */
const answering = (version: string, live = "true") =>
  `case "$1" in info) echo ${live} ;; compose) ${version} ;; *) exit 1 ;; esac`;

describe("a host that lacks something", () => {
  it.each<[string, string | undefined, RegExp]>([
    ["Docker", undefined, /Docker is not installed on this host: .*nothing was changed/],
    [
      "a daemon",
      "echo no daemon >&2; exit 1",
      /Docker's daemon does not answer: no daemon: .*nothing was changed/,
    ],
    ["Compose", answering("exit 1"), /Docker Compose is not installed on this host: .*nothing was changed/],
    [
      "a new Compose",
      answering("echo v2.9.1"),
      /Docker Compose 2.9.1 is older than 2.24: .*nothing was changed/,
    ],
  ])("is told so when it is %s, and keeps nothing", (_, docker, message) => {
    const { status, stderr, releases } = apply(docker);
    expect(status).toBe(1);
    expect(stderr).toMatch(message);
    expect(releases).toEqual([]);
  });

  it.each(["2.24.0", "v2.26.1-4", "v5.1.0"])("goes on with Compose %s", version => {
    const { stderr, releases } = apply(answering(`echo ${version}`));
    expect(releases).toEqual([bundleDigest(FILES)]);
    expect(stderr).not.toContain("live-restore");
  });

  it("hears that its containers stop with the daemon, and goes on", () => {
    const { stderr, releases } = apply(answering("echo 2.30.0", "false"));
    expect(stderr).toContain("live-restore is off: containers stop whenever Docker's daemon is updated");
    expect(releases).toEqual([bundleDigest(FILES)]);
  });
});
