// A secret on its way to a container: from the parameter store, which a program in the place of `aws` plays, to a file
// on tmpfs; and nowhere else on the host.
import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DockerWorld, missingEquipment } from "./harness/docker-world";
import { answerOf, apply, towpathRollout } from "./harness/host";
import { releaseOf } from "./harness/release";

const missing = missingEquipment();

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

/** Like \`aws ssm get-parameter --name NAME …\`, from files that only the test knows of. */
const AWS = `#!/bin/sh
[ "$1 $2 $3 $5" = "ssm get-parameter --name --with-decryption" ] || exit 2
cat "/run/parameter-store$4" && echo
`;

describe.skipIf(missing !== "")(`a secret on real Docker (missing: ${missing || "nothing"})`, () => {
  const canary = `canary-${randomBytes(12).toString("hex")}`;
  let world: DockerWorld;
  beforeAll(() => {
    world = new DockerWorld();
    world.loadImage("app.test/app:1");
    world.install("aws", AWS);
  });
  afterAll(() => world?.close());

  const store = (value: string) => {
    const command = `umask 077 && mkdir -p /run/parameter-store/shop && printf %s '${value}' >/run/parameter-store/shop/token`;
    expect(world.run(["sh", "-c", command]).status).toBe(0);
  };
  const rollOut = (text: string, value: string) => {
    const files = { "token.txt": value };
    const release = releaseOf(world.folder, shop(text), { files, parameters: { token: "/shop/token" } });
    // The project's own folder is the user's machine, which no host sees.
    world.run(["sh", "-c", `rm -rf ${world.folder}/project-*`]);
    return apply(world, release);
  };
  /** Files on the host that have the canary in them. */
  const places = () => {
    const folders = [world.folder, "/srv", "/run", "/etc", "/tmp"];
    const search = [
      "grep",
      "--recursive",
      "--files-with-matches",
      "--binary-files=text",
      "--devices=skip",
      "--exclude-dir=dev",
    ];
    return world
      .run([...search, "--fixed-strings", canary, ...folders])
      .stdout.trim()
      .split("\n")
      .sort();
  };
  const inContainer = () => world.docker("exec", "shop-web-1", "/bin/app", "cat", "/run/secrets/token");

  it("reaches the container, and is found nowhere but in its file on tmpfs", () => {
    store(canary);
    const { status, log } = rollOut("one", canary);
    expect(status).toBe(0);
    expect(inContainer()).toBe(canary);
    expect(places()).toEqual(["/run/parameter-store/shop/token", "/run/towpath/secrets/web/secrets/token"]);
    expect(world.run(["stat", "--file-system", "--format=%T", "/run/towpath/secrets"]).stdout.trim()).toBe(
      "tmpfs",
    );
    const ids = world.docker("ps", "--all", "--quiet").split("\n");
    expect(world.docker("inspect", ...ids) + world.docker("logs", "shop-web-1") + log).not.toContain(canary);
  });

  it("is not readable to others on the host", () => {
    const reader = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "cat"];
    const read = world.run([...reader, "/run/towpath/secrets/web/secrets/token"]);
    expect(read.status).not.toBe(0);
    expect(read.stderr).toContain("Permission denied");
  });

  it("that cannot be had changes nothing, and says which one it is", () => {
    world.run(["rm", "/run/parameter-store/shop/token"]);
    const { status, log } = rollOut("two", canary);
    expect(status).toBe(1);
    expect(log).toContain("secret token cannot be had; nothing was changed");
    expect(answerOf(world)).toBe("one");
    expect(inContainer()).toBe(canary);
  });

  it("comes back after a reboot, which empties tmpfs", () => {
    store(canary);
    world.run(["rm", "-r", "/run/towpath"]);
    expect(towpathRollout(world, "boot")).toMatchObject({ status: 0 });
    expect(places()).toEqual(["/run/parameter-store/shop/token", "/run/towpath/secrets/web/secrets/token"]);
  });
});
