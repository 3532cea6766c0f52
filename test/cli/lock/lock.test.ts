import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { HOST_IMAGES } from "../../../components/workloads/docker/host-images";
import { towpath } from "../towpath-process";
import { fakeRegistry } from "./fake-registry";

const A = `sha256:${"a".repeat(64)}`;
const B = `sha256:${"b".repeat(64)}`;

describe("towpath lock", () => {
  let folder = "";
  let digest = A;
  let registry: Awaited<ReturnType<typeof fakeRegistry>>;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), "towpath-lock-"));
    digest = A;
    registry = await fakeRegistry((request, response) => {
      const known =
        /^\/v2\/hub\/(library\/(postgres|traefik|registry)|prom\/[a-z-]+|grafana\/grafana|example\/web)\/manifests\//.test(
          request.url ?? "",
        );
      response.writeHead(known ? 200 : 404, known ? { "docker-content-digest": digest } : {}).end();
    });
    compose("db: { image: postgres:17 }, cache: { image: 'postgres:17' }");
  });
  afterEach(() => {
    registry.close();
    rmSync(folder, { recursive: true });
  });

  const file = () => join(folder, "towpath.lock.yaml");
  const compose = (services: string) =>
    writeFileSync(join(folder, "compose.yaml"), `services: { ${services} }\n`);
  const lock = (...options: string[]) =>
    towpath(["lock", join(folder, "compose.yaml"), "--mirror", `docker.io=${registry.host}/hub`, ...options]);

  it("writes the digest of each image, and asks again only when told to", async () => {
    const first = await lock();
    expect(first).toMatchObject({ code: 0, stderr: "" });
    expect(first.stdout).toContain("towpath.lock.yaml: 7 images\n");
    const written = readFileSync(file(), "utf8");
    expect(written).toContain(`  docker.io/library/postgres:17: ${A}\n`);
    for (const image of HOST_IMAGES) expect(written).toContain(`  ${image}: ${A}\n`);
    digest = B;
    expect((await lock()).stdout).toBe("towpath.lock.yaml is up to date\n");
    expect(registry.seen).toHaveLength(7);
    expect((await lock("--update", "--dry-run")).stdout).toContain("nothing was written");
    expect(readFileSync(file(), "utf8")).toBe(written);
    expect((await lock("--update")).stdout).toContain("moved   docker.io/library/postgres:17  ");
    expect(readFileSync(file(), "utf8")).toContain(`postgres:17: ${B}\n`);
  });

  it("adds what is new and forgets what is gone", async () => {
    await lock();
    digest = B;
    compose("web: { image: example/web:2 }");
    const { stdout } = await lock();
    expect(stdout).toContain("removed docker.io/library/postgres:17");
    expect(readFileSync(file(), "utf8")).toContain(`  docker.io/example/web:2: ${B}\n  docker.io/grafana/`);
    for (const image of HOST_IMAGES) expect(readFileSync(file(), "utf8")).toContain(`  ${image}: ${A}\n`);
  });

  it("--check asks nobody, and fails for what is not locked or not used", async () => {
    const before = await lock("--check");
    expect(before.code).toBe(1);
    expect(before.stderr).toContain(
      "docker.io/library/postgres:17: not locked to a digest; run towpath lock",
    );
    expect(registry.seen).toEqual([]);
    await lock();
    expect(await lock("--check")).toMatchObject({ code: 0, stderr: "" });
    compose("web: { build: . }");
    expect((await lock("--check")).stderr).toContain("no service pulls it any more");
    expect(registry.seen).toHaveLength(7);
  });

  it("writes nothing when an image cannot be had, and names all of them", async () => {
    compose("a: { image: nothing:1 }, b: { image: nothing:2 }");
    const { code, stderr } = await lock();
    expect(code).toBe(1);
    expect(stderr).toMatch(/nothing:1: .* has no such image or tag[\s\S]*nothing:2: /);
    expect(existsSync(file())).toBe(false);
  });

  it("refuses a mirror that is none", async () => {
    const { code, stderr } = await towpath(["lock", join(folder, "compose.yaml"), "--mirror", "docker.io"]);
    expect([code, stderr]).toEqual([1, expect.stringContaining("--mirror: docker.io names no mirror")]);
  });

  it("is what both targets pull by", async () => {
    await lock();
    const shown = async (stack: string) => {
      const out = join(folder, stack);
      const words = ["render", "--compose", join(folder, "compose.yaml"), "--stack", stack, "--out", out];
      expect(await towpath(words)).toMatchObject({ code: 0 });
      const files = readdirSync(out, { recursive: true, encoding: "utf8" }).filter(path =>
        path.endsWith(".yaml"),
      );
      return files.map(path => readFileSync(join(out, path), "utf8")).join("\n");
    };
    expect(await shown("dev")).toContain(`image: postgres:17@${A}`);
    expect(await shown("prod")).toContain(`image: postgres:17@${A}`);
  });
});
