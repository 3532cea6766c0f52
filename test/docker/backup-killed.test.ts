// `kill -9` at every step of a backup, a restore and a drill that changes the host, and the same command again.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DockerWorld, missingEquipment } from "./harness/docker-world";
import { apply, towpathRollout } from "./harness/host";
import { type Release, releaseOf } from "./harness/release";
import { killing, type Step, tracedSteps } from "./harness/steps";

const missing = missingEquipment();

const APP = `
name: shop
services:
  notes:
    image: app.test/app:1
    command: [serve]
    environment: { TEXT: shop, DATA: /data }
    stop_grace_period: 1s
    volumes: ["files:/data"]
    x-towpath:
      backup: { command: [/bin/app, cat, /data/page], restore: [/bin/app, put, /data/page] }
volumes: { files: {} }
`;

/** Commands that may change something, of these three alone. */
const CHANGES =
  /^(mkdir|mv|rm|touch|sync|tar|gzip|find|chown|chmod|move_into|start_users|clean_drill|printf .* >"\$|docker (stop|start|rm|pause|unpause|exec|compose|network rm))\b|>>? ?"\$/;

describe.skipIf(missing !== "")(`a killed backup on real Docker (missing: ${missing || "nothing"})`, () => {
  let world: DockerWorld;
  let release: Release;
  beforeAll(() => {
    world = new DockerWorld();
    world.loadImage("app.test/app:1");
    release = releaseOf(world.folder, APP);
    expect(apply(world, release)).toMatchObject({ status: 0 });
  });
  afterAll(() => world?.close());

  const page = (...path: string[]) => join(world.folder, "srv/towpath/volumes/files", ...path, "page");
  const run = (args: readonly string[], env: Readonly<Record<string, string>> = {}) => {
    const { status, stderr } = world.run(["/srv/towpath/towpath-rollout", ...args], env);
    return { status, log: stderr };
  };
  const stepsOf = (...args: string[]): readonly Step[] =>
    tracedSteps(world, release.bundle, CHANGES, env => run(args, env));
  const expectSettled = (step: string) => {
    expect(towpathRollout(world, "status"), step).toMatchObject({ status: 0, log: "" });
    expect(world.docker("ps", "--all", "--format", "{{.State}}"), step).toBe("running");
    const left = ["srv/towpath", "srv/towpath/volumes/files"].flatMap(folder =>
      readdirSync(join(world.folder, folder)).filter(name => /^\.|drill|paused/.test(name)),
    );
    expect(left, step).toEqual([]);
  };

  it("of a volume lets its writers go on by itself, and is taken again", async () => {
    for (const step of stepsOf("backup", "volumes/files")) {
      expect(run(["backup", "volumes/files"], killing(step)).status, step.command).toBeNull();
      const state = () => world.docker("ps", "--all", "--format", "{{.State}}");
      await expect.poll(state, { timeout: 20_000 }).toBe("running");
    }
    expect(run(["backup", "volumes/files"])).toMatchObject({ status: 0 });
    expectSettled("the last");
  });

  it("is restored all the same, from whatever a killed restore left", () => {
    writeFileSync(page(), "old");
    expect(run(["backup", "volumes/files"])).toMatchObject({ status: 0 });
    for (const step of stepsOf("restore", "volumes/files")) {
      writeFileSync(page(), "now");
      expect(run(["restore", "volumes/files"], killing(step)).status, step.command).toBeNull();
      const { status, log } = run(["restore", "volumes/files"]);
      expect(status, `${step.command}: ${log}`).toBe(0);
      expect(readFileSync(page(), "utf8"), step.command).toBe("old");
      expectSettled(step.command);
    }
  });

  it("leaves the data of before or the restored data to a rollout and to a reboot, never a mixture", () => {
    writeFileSync(page(), "old");
    writeFileSync(join(page(), "../second"), "old");
    expect(run(["backup", "volumes/files"])).toMatchObject({ status: 0 });
    const moving = stepsOf("restore", "volumes/files").filter(({ command }) =>
      /^(find|touch|move_into|start_users|mv)/.test(command),
    );
    const both = () => [page(), join(page(), "../second")].map(path => readFileSync(path, "utf8"));
    for (const [index, step] of moving.entries()) {
      for (const path of [page(), join(page(), "../second")]) writeFileSync(path, "now");
      expect(run(["restore", "volumes/files"], killing(step)).status).toBeNull();
      if (index % 2 === 0) expect(towpathRollout(world, "boot"), step.command).toMatchObject({ status: 0 });
      expect(apply(world, release), step.command).toMatchObject({ status: 0 });
      expect(
        [
          ["now", "now"],
          ["old", "old"],
        ],
        step.command,
      ).toContainEqual(both());
      expectSettled(step.command);
    }
  });

  it("of a service, a drill of it, and its restore go through after a kill", () => {
    for (const verb of ["backup", "drill", "restore"]) {
      for (const step of stepsOf(verb, "services/notes")) {
        expect(run([verb, "services/notes"], killing(step)).status, step.command).toBeNull();
      }
      const { status, log } = run([verb, "services/notes"]);
      expect(status, log).toBe(0);
      expectSettled(verb);
    }
  });
});
