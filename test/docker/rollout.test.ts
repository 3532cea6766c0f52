// The rollout's own script, with the bundle that the program renders, on a real Docker daemon with real Compose.
// In Traefik's place stands `.ci/docker/proxy.go`, which reads the same files: Traefik's image needs a registry.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DockerWorld, missingEquipment } from "./harness/docker-world";
import { answerOf, apply, running, startApply, towpathRollout } from "./harness/host";
import { underLoad } from "./harness/load";
import { type Release, releaseOf } from "./harness/release";

const missing = missingEquipment();

interface Version {
  readonly text: string;
  readonly image?: string;
  /** Seconds, or never. */
  readonly healthyAfter?: string;
  /** What the gate's command ends with. */
  readonly gateCode?: number;
  readonly replicas?: number;
}

/** A routed service, one that owns a volume, and a gate before both. */
function shop({ text, image = "app.test/app:1", healthyAfter = "0", gateCode = 0, replicas = 1 }: Version) {
  const health = "{ test: [CMD, /bin/app, healthy], interval: 1s, timeout: 2s, retries: 3 }";
  return `
name: shop
services:
  migrate:
    image: app.test/app:1
    command: [exit, "${gateCode}"]
    environment: { TEXT: ${text} }
    restart: "no"
  web:
    image: ${image}
    command: [serve]
    environment: { TEXT: ${text}, HEALTHY_AFTER: "${healthyAfter}" }
    healthcheck: ${health}
    depends_on: { migrate: { condition: service_completed_successfully } }
    deploy: { replicas: ${replicas} }
    x-towpath: { ingress: { port: 8080 } }
  notes:
    image: app.test/app:1
    command: [serve]
    environment: { TEXT: ${text}, DATA: /data }
    healthcheck: ${health}
    depends_on: { migrate: { condition: service_completed_successfully } }
    volumes: ["data:/data"]
volumes: { data: {} }
`;
}

describe.skipIf(missing !== "")(`a rollout on real Docker (missing: ${missing || "nothing"})`, () => {
  let world: DockerWorld;
  beforeAll(() => {
    world = new DockerWorld();
    world.loadImage("app.test/app:1");
  });
  afterAll(() => world?.close());

  const release = (version: Version): Release => releaseOf(world.folder, shop(version));
  /** Rolls out what must succeed. */
  const good = (version: Version): Release => {
    const wanted = release(version);
    expect(apply(world, wanted)).toMatchObject({ status: 0 });
    return wanted;
  };
  const audit = () => readFileSync(join(world.folder, "srv/towpath/log/audit.log"), "utf8");
  const starts = () => readFileSync(join(world.folder, "srv/towpath/volumes/data/starts"), "utf8");

  it("brings an empty host to its first release", () => {
    const first = good({ text: "first" });
    expect(answerOf(world)).toBe("first");
    expect(towpathRollout(world, "status").stdout).toContain(`release ${first.digest}\n`);
    expect(audit()).toMatch(new RegExp(`apply ${first.digest} done\n$`));
  });

  it("fails on an empty host without a release to go back to, and succeeds the next time", () => {
    const other = new DockerWorld();
    try {
      other.loadImage("app.test/app:1");
      const bad = apply(other, release({ text: "first", healthyAfter: "never" }));
      expect(bad.status).toBe(1);
      expect(bad.log).toContain("failed, and there is no other to go back to");
      expect(apply(other, release({ text: "second" }))).toMatchObject({ status: 0 });
      expect(answerOf(other)).toBe("second");
    } finally {
      other.close();
    }
  });

  it("updates under constant load without one failed request", async () => {
    good({ text: "old", replicas: 2 });
    const seen = await underLoad(world, () => {
      good({ text: "new", replicas: 2, healthyAfter: "2" });
    });
    expect(seen.failures).toEqual({});
    expect(Object.keys(seen.answers).sort()).toEqual(["new", "old"]);
    expect(answerOf(world)).toBe("new");
  });

  it("changes nothing when the same release comes again", () => {
    good({ text: "same" });
    const before = running(world);
    good({ text: "same" });
    expect(running(world)).toEqual(before);
  });

  it.each<[string, Partial<Version>, string]>([
    ["an image that is nowhere", { image: "app.test/absent:1" }, "cannot be pulled; nothing was changed"],
    ["a health check that fails", { healthyAfter: "never" }, "is unhealthy"],
    ["a gate that fails", { gateCode: 3 }, "migrate did not end well"],
  ])("stays with the old release after %s, which answers all along", async (_, fault, why) => {
    const old = good({ text: "old" });
    const before = running(world);
    const seen = await underLoad(world, () => {
      const { status, log } = apply(world, release({ text: "bad", ...fault }));
      expect(status).toBe(1);
      expect(log).toContain(why);
    });
    expect(seen.failures).toEqual({});
    expect(Object.keys(seen.answers)).toEqual(["old"]);
    expect(running(world)).toEqual(before);
    expect(towpathRollout(world, "status").stdout).toContain(`release ${old.digest}\n`);
  });

  it("stays with the old release when an image's own program does not start", () => {
    good({ text: "old" });
    world.loadImage("app.test/broken:1", "/bin/other");
    const { status, log } = apply(world, release({ text: "bad", image: "app.test/broken:1" }));
    expect(status).toBe(1);
    expect(log).toMatch(/runs again$/m);
    expect(answerOf(world)).toBe("old");
  });

  it("keeps a volume's data through updates, failures and going back", () => {
    good({ text: "one" });
    good({ text: "two" });
    apply(world, release({ text: "bad", healthyAfter: "never" }));
    expect(towpathRollout(world, "rollback")).toMatchObject({ status: 0 });
    expect(answerOf(world)).toBe("one");
    expect(starts().trim().split("\n").slice(-3)).toEqual(["one", "two", "one"]);
  });

  it("lets one rollout run at a time, and names the one that runs", async () => {
    good({ text: "old" });
    const slow = release({ text: "slow", healthyAfter: "2" });
    const { ended } = await startApply(world, slow, "services");
    const refused = apply(world, release({ text: "hasty" }));
    expect(refused.status).toBe(1);
    expect(refused.log).toMatch(
      new RegExp(`another rollout holds the lock: pid \\d+, apply ${slow.digest}, since`),
    );
    const waited = apply(world, release({ text: "patient" }), { TOWPATH_LOCK_WAIT: "120" });
    expect(waited).toMatchObject({ status: 0 });
    expect(await ended).toMatchObject({ status: 0 });
    expect(answerOf(world)).toBe("patient");
  });

  it("answers after a power cut with what it ran and had before", async () => {
    good({ text: "before" });
    const had = starts();
    world.reboot();
    await expect.poll(() => answerOf(world), { timeout: 60_000, interval: 500 }).toBe("before");
    expect(starts()).toBe(`${had}before\n`);
    expect(towpathRollout(world, "status")).toMatchObject({ status: 0 });
  });

  it("converges when the power is cut in the middle of a rollout", async () => {
    good({ text: "old" });
    const slow = release({ text: "slow", healthyAfter: "2" });
    const { ended } = await startApply(world, slow, "migrate: replaced");
    world.reboot();
    expect((await ended).status).not.toBe(0);
    expect(apply(world, slow)).toMatchObject({ status: 0 });
    expect(answerOf(world)).toBe("slow");
  });

  it("says when something else runs than the release names", () => {
    good({ text: "named" });
    world.loadImage("app.test/other:1", "/bin/app", "TEXT=other");
    const [id = ""] = world
      .docker("ps", "--quiet", "--filter", "label=com.docker.compose.service=web")
      .split("\n");
    world.docker("rm", "--force", id);
    const labels = [
      "com.docker.compose.project=shop",
      "com.docker.compose.service=web",
      "com.docker.compose.oneoff=False",
    ];
    world.docker(
      "run",
      "--detach",
      "--name=stray",
      ...labels.flatMap(label => ["--label", label]),
      "app.test/other:1",
      "serve",
    );
    const { status, log } = towpathRollout(world, "status");
    world.docker("rm", "--force", "stray");
    expect(status).not.toBe(0);
    expect(log).toContain("web runs another image than");
  });

  it("forgets old releases, and keeps what it may go back to", () => {
    for (const text of ["a", "b", "c"]) good({ text });
    expect(towpathRollout(world, "prune", "1")).toMatchObject({ status: 0 });
    expect(world.run(["ls", "/srv/towpath/releases"]).stdout.trim().split("\n")).toHaveLength(2);
    expect(towpathRollout(world, "rollback")).toMatchObject({ status: 0 });
    expect(answerOf(world)).toBe("b");
  });
});
