// Ports of a release on one address of the host, and on another when that changes.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DockerWorld, missingEquipment, REGISTRY } from "./harness/docker-world";
import { apply } from "./harness/host";
import { releaseOf } from "./harness/release";

const missing = missingEquipment();

const APP = `
name: shop
services:
  web:
    image: app.test/app:1
    command: [serve]
    environment: { TEXT: hello }
    x-towpath: { ingress: { port: 8080 } }
`;

describe.skipIf(missing !== "")(
  `the address of ports on real Docker (missing: ${missing || "nothing"})`,
  () => {
    let world: DockerWorld;
    beforeAll(() => {
      world = new DockerWorld();
      world.loadImage("app.test/app:1");
    });
    afterAll(() => world?.close());

    const bound = () => world.docker("port", "shop-towpath-proxy-1");
    const answers = (address: string) =>
      world.run([world.kit, "get", `http://${address}/`]).stdout === "hello";
    const rollOut = (env: Readonly<Record<string, string>>) =>
      apply(world, releaseOf(world.folder, APP), env).status;

    it("is every one of the host's where no route leads to the world", () => {
      expect(rollOut({})).toBe(0);
      expect(bound()).toBe("8080/tcp -> 0.0.0.0:80");
    });

    it("is the one that is set: no other answers", () => {
      expect(rollOut({ TOWPATH_LISTEN: REGISTRY.address })).toBe(0);
      expect(bound()).toBe(`8080/tcp -> ${REGISTRY.address}:80`);
      expect([answers(REGISTRY.address), answers("127.0.0.1")]).toEqual([true, false]);
    });

    it("is the one that leads to the world where there is one", () => {
      const script =
        "ip link add uplink type veth peer name world && ip link set world up && ip address add 203.0.113.5/24 dev uplink && ip link set uplink up && ip route add default via 203.0.113.1";
      expect(world.run(["sh", "-c", script]).status).toBe(0);
      expect(rollOut({})).toBe(0);
      expect(bound()).toBe("8080/tcp -> 203.0.113.5:80");
      expect(answers("203.0.113.5")).toBe(true);
    });
  },
);
