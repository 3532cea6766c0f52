// The registry that a host runs itself: up before the first image, behind the proxy's TLS, with a password.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { htpasswd } from "../../components/registry/htpasswd";
import { REGISTRY_IMAGE, REGISTRY_USER } from "../../components/workloads/docker/own-registry/names";
import { builtTool } from "../harness/equipment";
import { DockerWorld, missingEquipment, REGISTRY } from "./harness/docker-world";
import { answerOf, apply, bootstrap, running, towpathRollout } from "./harness/host";
import { releaseOf } from "./harness/release";

const missing = missingEquipment();
const HOST = "registry.shop.test";
const REGISTRY_OF_HOST = { host: HOST, sizeGb: 10, cidrs: ["192.0.2.0/24"] };
const PASSWORD = "correct-horse-battery-staple";
const ACME = "/srv/towpath/proxy/acme";

const SHOP = `
name: shop
services:
  web:
    build: .
    command: [serve]
    x-towpath: { ingress: { port: 8080 } }
`;

describe.skipIf(missing !== "")(
  `a host's own registry on real Docker (missing: ${missing || "nothing"})`,
  () => {
    let world: DockerWorld;
    let env: Readonly<Record<string, string>>;
    beforeAll(() => {
      world = new DockerWorld();
      world.loadImage(REGISTRY_IMAGE, `/bin/registry=${join(builtTool("registry") ?? "", "registry")}`);
      world.run([
        "sh",
        "-c",
        `echo "${REGISTRY.address} ${HOST}" >>/etc/hosts; mkdir -p ${ACME} /etc/docker/certs.d/${HOST}`,
      ]);
      certify("24h");
      env = {
        TOWPATH_LISTEN: REGISTRY.address,
        TOWPATH_HEALTH_TIMEOUT: "60",
        SSL_CERT_FILE: `/etc/docker/certs.d/${HOST}/ca.crt`,
      };
    });
    afterAll(() => world?.close());
    beforeEach(() => certify("24h"));

    /** Puts a certificate where Traefik would keep the one that it got, and has the host trust who signed it. */
    function certify(lifetime: string): void {
      const folder = mkdtempSync(join(world.folder, "tls-"));
      execFileSync(world.kit, ["certificate", folder, HOST, lifetime]);
      const trusted = `/etc/docker/certs.d/${HOST}/ca.crt`;
      const script = `cp ${folder}/tls.* ${ACME}/ && chown 65532 ${ACME}/* && cp ${folder}/ca.crt ${trusted}`;
      expect(world.run(["sh", "-c", script]).status).toBe(0);
    }

    /** The registry's secrets, as they come with a release. */
    function secrets(password = PASSWORD): string {
      const folder = mkdtempSync(join(world.folder, "secrets-"));
      writeFileSync(join(folder, "towpath-registry-htpasswd"), htpasswd(REGISTRY_USER, password));
      writeFileSync(join(folder, "towpath-registry-password"), password);
      return folder;
    }

    const release = (images?: Readonly<Record<string, string>>) =>
      releaseOf(world.folder, SHOP, {
        registry: REGISTRY_OF_HOST,
        ...(images === undefined ? { bootstrap: true } : { images }),
      });
    const prepare = (password = PASSWORD) => bootstrap(world, release(), env, secrets(password));
    const rollOut = (web: string) => apply(world, release({ web }), env, secrets());

    /** Pushes an image as the machine that runs Pulumi does, and forgets it; its reference by digest. */
    function push(text: string, password = PASSWORD): string {
      const config = join(world.folder, "pusher");
      mkdirSync(config, { recursive: true });
      const auth = Buffer.from(`${REGISTRY_USER}:${password}`).toString("base64");
      writeFileSync(join(config, "config.json"), JSON.stringify({ auths: { [HOST]: { auth } } }));
      const name = `${HOST}/towpath/shop/web:${text}`;
      world.loadImage(name, "/bin/app", `TEXT=${text}`);
      world.docker("--config", config, "push", "--quiet", name);
      const reference = world.docker("image", "inspect", "--format", "{{index .RepoDigests 0}}", name);
      world.docker("image", "rm", "--force", name, reference);
      return reference;
    }

    it("is up before the app is", () => {
      expect(prepare()).toMatchObject({
        status: 0,
        log: expect.stringContaining("towpath-registry: replaced"),
      });
      expect(running(world)).toHaveLength(2);
    });

    it("takes images from who knows the password", () => {
      expect(() => push("none", "wrong")).toThrow(/unauthorized|no basic auth/);
      expect(push("first")).toMatch(/^registry\.shop\.test\/towpath\/shop\/web@sha256:[0-9a-f]{64}$/);
    });

    it("gives the host its images by digest, with a password that stands on tmpfs alone", () => {
      const registry = world.docker("ps", "--quiet", "--no-trunc", "--filter", "name=towpath-registry");
      const image = push("first");
      expect(rollOut(image)).toMatchObject({ status: 0 });
      expect(answerOf(world, "/", REGISTRY.address)).toBe("first");
      expect(world.docker("inspect", "--format", "{{.Config.Image}}", "shop-web-1")).toBe(image);
      expect(running(world)).toContain(registry);
      const auth = Buffer.from(`${REGISTRY_USER}:${PASSWORD}`).toString("base64");
      const folders = ["/srv", "/run/towpath", "/etc", join(world.folder, "home")];
      const search = ["grep", "-rlIF", "--devices=skip", "-e", PASSWORD, "-e", auth, ...folders];
      const found = world
        .run(search)
        .stdout.trim()
        .split("\n")
        .filter(path => !path.startsWith("/srv/towpath/sealed/"));
      expect(found.sort()).toEqual([
        "/run/towpath/secrets.login/config.json",
        "/run/towpath/secrets/registry-login/password",
      ]);
      const ids = world.docker("ps", "--all", "--quiet").split("\n");
      expect(world.docker("inspect", ...ids)).not.toContain(PASSWORD);
    });

    it.each<[string, string, () => unknown, RegExp]>([
      [
        "the password is wrong",
        "two",
        () => world.run(["sh", "-c", "echo wrong >/run/towpath/secrets/registry-login/password"]),
        /unauthorized|no basic auth/,
      ],
      ["the certificate has expired", "three", () => certify("30m"), /certificate has expired/],
      [
        "the registry is down",
        "four",
        () => world.docker("stop", "shop-towpath-registry-1"),
        /503|502|Unavailable|received unexpected HTTP status/,
      ],
    ])("says so when %s, and the old release stays", (_, text, damage, why) => {
      const before = answerOf(world, "/", REGISTRY.address);
      const image = push(text);
      damage();
      const { status, log } = rollOut(image);
      expect(status).toBe(1);
      expect(log).toMatch(why);
      expect(log).toContain("cannot be pulled; nothing was changed");
      expect(answerOf(world, "/", REGISTRY.address)).toBe(before);
      certify("24h");
      world.run(["sh", "-c", `printf %s ${PASSWORD} >/run/towpath/secrets/registry-login/password`]);
      world.docker("start", "shop-towpath-registry-1");
      expect(rollOut(image)).toMatchObject({ status: 0 });
      expect(answerOf(world, "/", REGISTRY.address)).toBe(text);
    });

    it("takes another password while the app runs on", () => {
      const before = running(world);
      expect(prepare("another-password")).toMatchObject({ status: 0 });
      expect(running(world)).toEqual(before);
      expect(() => push("none")).toThrow(/unauthorized|no basic auth/);
      expect(push("five", "another-password")).toContain("@sha256:");
      expect(prepare()).toMatchObject({ status: 0 });
    });

    it("forgets what no release needs, and keeps what one does", () => {
      const tags = () =>
        world
          .run([
            "ls",
            "/srv/towpath/volumes/towpath-registry/docker/registry/v2/repositories/towpath/shop/web/_manifests/tags",
          ])
          .stdout.trim()
          .split("\n")
          .sort();
      push("six");
      expect(tags()).toContain("five");
      expect(towpathRollout(world, "registry-gc", "1")).toMatchObject({ status: 0 });
      expect(tags()).not.toContain("five");
      expect(tags()).toEqual(expect.arrayContaining(["four", "six"]));
    });
  },
);
