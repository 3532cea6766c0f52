// What a host of one's own gets over SSH, without the SSH: the script of the transport reads the release and its secrets
// from standard input, and rolls it out on a real Docker daemon by the same rollout as on EC2.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { releaseArchive } from "../../components/platforms/vm/release-archive";
import { sshScript } from "../../components/platforms/vm/ssh-script";
import { DockerWorld, missingEquipment } from "./harness/docker-world";
import { answerOf, towpathRollout } from "./harness/host";
import { filesOf } from "./harness/release";

const missing = missingEquipment();
const TOKEN = "canary-over-ssh";

const shop = (text: string) => `
name: shop
services:
  web:
    image: app.test/app:1
    command: [serve]
    environment: { TEXT: ${text} }
    secrets: [token]
    healthcheck: { test: [CMD, /bin/app, healthy], interval: 1s, timeout: 2s, retries: 3 }
    x-towpath: { ingress: { port: 8080 } }
secrets: { token: { file: ./token.txt } }
`;

describe.skipIf(missing !== "")(`a host over SSH on real Docker (missing: ${missing || "nothing"})`, () => {
  let world: DockerWorld;
  beforeAll(() => {
    world = new DockerWorld();
    world.loadImage("app.test/app:1");
  });
  afterAll(() => world?.close());

  /** Delivers as `ExistingHost` does, with the host's own files in a folder instead of this machine's. */
  const deliver = (text: string) => {
    const files = filesOf(world.folder, shop(text), { files: { "token.txt": TOKEN } });
    const archive = releaseArchive(files, { volumes: [], ecrRegistries: [], settings: {} });
    const message = join(world.folder, "message");
    writeFileSync(message, JSON.stringify({ archive: archive.text, secrets: { token: TOKEN } }));
    const command = `${sshScript(archive.digest, "root")} <${message}`;
    return world.run(["sh", "-c", command], { TOWPATH_PREFIX: join(world.folder, "own") });
  };

  it("rolls out from standard input, with its secrets on tmpfs and sealed for the next boot", () => {
    const { status, stderr, stdout } = deliver("first");
    expect(stderr).toMatch(/release [0-9a-f]{64} runs\n$/);
    expect(status).toBe(0);
    expect(stdout + stderr).not.toContain(TOKEN);
    expect(answerOf(world)).toBe("first");
    expect(world.docker("exec", "shop-web-1", "/bin/app", "cat", "/run/secrets/token")).toBe(TOKEN);
    const unit = readFileSync(join(world.folder, "own/etc/systemd/system/towpath-secrets.service"), "utf8");
    expect(unit).toContain("ExecStart=/srv/towpath/towpath-rollout boot\n");
  });

  it("has its secrets again after a reboot, by what that unit runs", () => {
    world.reboot();
    expect(world.docker("exec", "shop-web-1", "/bin/app", "cat", "/run/secrets/token")).toBe(TOKEN);
    expect(towpathRollout(world, "status").status).toBe(0);
  });
});
