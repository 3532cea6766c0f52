import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { bundleDigest } from "../../../components/lib/bundle-digest";
import { planDocker } from "../../../components/workloads/docker/plan";
import { renderBundle } from "../../../components/workloads/docker/render-bundle";
import { TOWPATH_ROLLOUT } from "../../../components/workloads/docker/rollout/towpath-rollout";
import { fixtureApp } from "./fixtures";

const PARTS = resolve(__dirname, "../../../components/workloads/docker/rollout/script");
const folder = mkdtempSync(join(tmpdir(), "towpath-rollout-"));
afterAll(() => rmSync(folder, { recursive: true }));

const has = (program: string) => spawnSync(program, ["--version"]).status === 0;

/** Writes a bundle to disk, as a transport does. */
function unpacked(files: Readonly<Record<string, string>>): string {
  const bundle = mkdtempSync(join(folder, "bundle-"));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(bundle, path)), { recursive: true });
    writeFileSync(join(bundle, path), text);
  }
  return bundle;
}

/** Runs the script on an empty host of its own, without Docker. */
function run(...args: string[]) {
  const root = mkdtempSync(join(folder, "host-"));
  const script = join(root, "towpath-rollout");
  writeFileSync(script, TOWPATH_ROLLOUT);
  const env = {
    PATH: process.env.PATH,
    TOWPATH_ROOT: root,
    TOWPATH_SECRETS: join(root, "secrets"),
    DOCKER_HOST: "unix:///none",
  };
  const { status, stderr } = spawnSync("bash", [script, ...args], { env, encoding: "utf8" });
  return { root, status, stderr };
}

const bundle = renderBundle(planDocker({ loaded: fixtureApp("workers"), volumeSizeGb: 10 }), {
  queue: `registry.example.com/queue@sha256:${"0".repeat(64)}`,
});

describe("the rollout script", () => {
  it("is its parts, joined (else run rollout/join-script.mjs)", () => {
    const parts = readdirSync(PARTS).sort();
    expect(TOWPATH_ROLLOUT).toBe(parts.map(name => readFileSync(join(PARTS, name), "utf8")).join(""));
  });

  it("is read by bash without complaint", () => {
    execFileSync("bash", ["-n", "-c", TOWPATH_ROLLOUT]);
  });

  it.skipIf(!has("shellcheck"))("has nothing that shellcheck finds (skipped without shellcheck)", () => {
    const { stdout } = spawnSync("shellcheck", ["-"], { input: TOWPATH_ROLLOUT, encoding: "utf8" });
    expect(stdout).toBe("");
  });

  it("refuses a bundle that is not the one it was told of, and keeps nothing of it", () => {
    const { root, status, stderr } = run("apply", unpacked(bundle), "0".repeat(64));
    expect(status).toBe(1);
    expect(stderr).toMatch(/has digest [0-9a-f]{64}, not 0{64}; nothing was changed/);
    expect(readdirSync(join(root, "releases"))).toEqual([]);
  });

  it("counts a bundle's digest as the program does", () => {
    const { status, stderr } = run("apply", unpacked(bundle), bundleDigest(bundle));
    expect(status).toBe(1);
    expect(stderr).toMatch(/Docker's daemon does not answer: .*nothing was changed/);
  });

  it("notices one changed byte", () => {
    const changed = { ...bundle, "compose.yaml": `${bundle["compose.yaml"]}#` };
    expect(run("apply", unpacked(changed), bundleDigest(bundle)).stderr).toContain("nothing was changed");
  });

  it("says that there is nothing to go back to", () => {
    expect(run("rollback").stderr).toContain("there is no release to go back to");
  });
});
