// Push and pull by digest against a real registry with TLS and passwords.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { DockerWorld, missingEquipment } from "./harness/docker-world";
import { answerOf, apply, running } from "./harness/host";
import { TestRegistry } from "./harness/registry";
import { releaseOf } from "./harness/release";

const missing = missingEquipment();

const SHOP = `
name: shop
services:
  web:
    build: .
    command: [serve]
    x-towpath: { ingress: { port: 8080 } }
`;

describe.skipIf(missing !== "")(`a registry on real Docker (missing: ${missing || "nothing"})`, () => {
  let world: DockerWorld;
  let registry: TestRegistry;
  beforeAll(async () => {
    world = new DockerWorld();
    registry = new TestRegistry(world, 5443);
    await registry.serve("24h");
  });
  afterAll(async () => {
    await registry?.stop();
    world?.close();
  });
  beforeEach(() => registry.login(registry.password));

  /** An image that only the registry has, by digest. */
  const pushed = (text: string): string => {
    world.loadImage("local.test/app:1", "/bin/app", `TEXT=${text}`);
    return registry.push("local.test/app:1", "shop/web");
  };
  const rollOut = (web: string) => apply(world, releaseOf(world.folder, SHOP, { images: { web } }));

  it("gives what was pushed, by digest", () => {
    const image = pushed("first");
    expect(image).toMatch(/^registry\.test:5443\/shop\/web@sha256:[0-9a-f]{64}$/);
    expect(rollOut(image)).toMatchObject({ status: 0 });
    expect(answerOf(world)).toBe("first");
    const used = world.docker("inspect", "--format", "{{.Config.Image}}", "shop-web-1");
    expect(used).toBe(image);
  });

  it.each<[string, string, () => Promise<void> | void, RegExp]>([
    ["the password is wrong", "one", () => registry.login("wrong"), /unauthorized|no basic auth credentials/],
    ["the certificate has expired", "two", () => registry.serve("30m"), /certificate has expired/],
    ["the registry is down", "three", () => registry.stop(), /connection refused/],
  ])("says so when %s, and the old release stays", async (_, text, damage, why) => {
    expect(rollOut(pushed(`old ${text}`))).toMatchObject({ status: 0 });
    const before = running(world);
    const image = pushed(`new ${text}`);
    await damage();
    const { status, log } = rollOut(image);
    expect(status).toBe(1);
    expect(log).toMatch(why);
    expect(log).toMatch(
      /image registry\.test:5443\/shop\/web@sha256:\w+ of web cannot be pulled; nothing was changed/,
    );
    expect(running(world)).toEqual(before);
    expect(answerOf(world)).toBe(`old ${text}`);
    await registry.serve("24h");
    registry.login(registry.password);
    expect(rollOut(image)).toMatchObject({ status: 0 });
    expect(answerOf(world)).toBe(`new ${text}`);
  });
});
