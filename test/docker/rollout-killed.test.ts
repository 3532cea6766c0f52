// `kill -9` at every step of the rollout's script that changes the host, and the same rollout again. The steps come
// from the script itself, as Bash runs it; the app is asked all along.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DockerWorld, missingEquipment } from "./harness/docker-world";
import { answerOf, apply, running, towpathRollout } from "./harness/host";
import { underLoad } from "./harness/load";
import { type Release, releaseOf } from "./harness/release";
import { killedAt, type Step, stepsOf } from "./harness/steps";

const missing = missingEquipment();

const shop = (text: string) => `
name: shop
services:
  migrate:
    image: app.test/app:1
    command: [exit, "0"]
    environment: { TEXT: ${text} }
    restart: "no"
  web:
    image: app.test/app:1
    command: [serve]
    environment: { TEXT: ${text}, API_TOKEN: ignored }
    healthcheck: { test: [CMD, /bin/app, healthy], interval: 1s, timeout: 2s, retries: 3 }
    x-towpath: { ingress: { port: 8080 } }
  notes:
    image: app.test/app:1
    command: [serve]
    environment: { TEXT: ${text}, DATA: /data }
    configs: [{ source: page, target: /page }]
    volumes: ["data:/data"]
configs: { page: { content: "${text}" } }
volumes: { data: {} }
`;

describe.skipIf(missing !== "")(`a killed rollout on real Docker (missing: ${missing || "nothing"})`, () => {
  const secrets = "/run/given";
  let world: DockerWorld;
  let count = 0;
  let steps: readonly Step[] = [];
  let current: Release;

  /** A release that no host has seen. */
  const next = (): Release => {
    current = releaseOf(world.folder, shop(`v${++count}`));
    return current;
  };

  /** Whether the host is as if nothing had ever been killed. */
  const expectSettled = (step: string) => {
    expect(answerOf(world), step).toBe(`v${count}`);
    expect(towpathRollout(world, "status"), step).toMatchObject({ status: 0, log: "" });
    expect(world.docker("ps", "--all", "--format", "{{.Names}}").split("\n"), step).toHaveLength(4);
    const before = running(world);
    expect(apply(world, current, {}, secrets), step).toMatchObject({ status: 0 });
    expect(running(world), step).toEqual(before);
    const left = ["srv/towpath", "srv/towpath/releases", "srv/towpath/proxy"].flatMap(folder =>
      readdirSync(join(world.folder, folder)).filter(name => /^\.|next|part/.test(name)),
    );
    expect(left, step).toEqual([]);
    expect(world.run(["ls", "/run/towpath"]).stdout, step).toBe("secrets\n");
  };

  beforeAll(() => {
    world = new DockerWorld();
    world.loadImage("app.test/app:1");
    world.run(["sh", "-c", `mkdir -p ${secrets}/web && echo token >${secrets}/web/API_TOKEN`]);
    world.run(["sh", "-c", "mkdir -p /etc/towpath && echo TOWPATH_KEEP=1 >/etc/towpath/rollout.conf"]);
    for (const _ of ["old", "older"]) expect(apply(world, next(), {}, secrets)).toMatchObject({ status: 0 });
    steps = stepsOf(world, next(), secrets);
  });
  afterAll(() => world?.close());

  it("has steps of every kind", () => {
    const commands = steps.map(({ command }) => command).join("\n");
    for (const part of [
      "lock.holder",
      "images.tsv",
      "up --no-recreate",
      "retire",
      "place",
      "$ROOT/history",
    ]) {
      expect(commands).toContain(part);
    }
  });

  it("goes on from one kill to the next, through all steps of one release", async () => {
    const release = next();
    const seen = await underLoad(world, () => {
      for (const step of steps) {
        const { status, log } = killedAt(world, release, step, secrets);
        expect(status, `${step.command}: ${log}`).toBeNull();
      }
      expect(apply(world, release, {}, secrets)).toMatchObject({ status: 0 });
    });
    expectSettled("the last");
    expect(seen.failures).toEqual({});
  });

  it.each(["before", "during"] as const)(
    "converges after a kill %s each step that touches containers or traffic",
    async when => {
      const touching = steps.filter(({ command }) => /^(up|retire|place)\b/.test(command));
      const seen = await underLoad(
        world,
        () => {
          for (const step of touching) {
            const release = next();
            killedAt(world, release, step, secrets, when);
            const { status, log } = apply(world, release, {}, secrets);
            expect(status, `${step.command}: ${log}`).toBe(0);
          }
        },
        { pauseMs: 200 },
      );
      expectSettled(when);
      expect(seen.failures).toEqual({});
    },
  );
});
