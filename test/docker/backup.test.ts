// Backups of a volume and dumps of a service, on a real Docker daemon with real Compose: taken, damaged, restored,
// drilled, and killed on the way.
import { randomBytes } from "node:crypto";
import { appendFileSync, existsSync, readdirSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { DockerWorld, missingEquipment } from "./harness/docker-world";
import { answerOf, apply, running, startApply, towpathRollout } from "./harness/host";
import { type Release, releaseOf } from "./harness/release";

const missing = missingEquipment();

const HEALTH = "{ test: [CMD, /bin/app, healthy], interval: 1s, timeout: 2s, retries: 3 }";

/** A service whose volume is archived, one that is dumped, and one that depends on it and is seen from outside. */
const shop = (text: string, healthyAfter = "0") => `
name: shop
services:
  web:
    image: app.test/app:1
    command: [serve]
    environment: { TEXT: ${text}, HEALTHY_AFTER: "${healthyAfter}" }
    healthcheck: ${HEALTH}
    depends_on: [db]
    x-towpath: { ingress: { port: 8080 } }
  notes:
    image: app.test/app:1
    command: [serve]
    environment: { TEXT: ${text}, DATA: /data }
    healthcheck: ${HEALTH}
    volumes: ["files:/data"]
  db:
    image: app.test/app:1
    command: [serve]
    environment: { TEXT: ${text}, DATA: /state }
    healthcheck: ${HEALTH}
    volumes: ["state:/state"]
    x-towpath:
      backup:
        command: [/bin/app, cat, /state/rows]
        restore: [/bin/app, put, /state/rows, poison]
        verify: [/bin/app, same, /state/rows, absurd]
        schedule: "30 2 * * mon-fri"
        keep: 3
volumes:
  files: { x-towpath: { backup: { keep: 2 } } }
  state: {}
`;

describe.skipIf(missing !== "")(`backups on real Docker (missing: ${missing || "nothing"})`, () => {
  let world: DockerWorld;
  let release: Release;
  beforeAll(() => {
    world = new DockerWorld();
    world.loadImage("app.test/app:1");
    release = releaseOf(world.folder, shop("shop"));
    expect(apply(world, release)).toMatchObject({ status: 0 });
  });
  afterAll(() => world?.close());

  const at = (...path: string[]) => join(world.folder, "srv/towpath", ...path);
  const file = (name: string) => at("volumes/files", name);
  const rows = () => readFileSync(at("volumes/state/rows"), "utf8");
  const good = (...args: string[]) => {
    const outcome = towpathRollout(world, ...args);
    expect(outcome, outcome.log).toMatchObject({ status: 0 });
    return outcome;
  };
  const bad = (...args: string[]) => {
    const outcome = towpathRollout(world, ...args);
    expect(outcome.status, outcome.log).toBe(1);
    return outcome.log;
  };
  const kept = (subject: string) =>
    existsSync(at("backups", subject))
      ? readdirSync(at("backups", subject))
          .filter(name => /^\d.*Z$/.test(name))
          .sort()
      : [];
  const newest = (subject: string) => at("backups", subject, kept(subject).at(-1) ?? "none");
  const states = () =>
    world
      .docker("ps", "--all", "--format", '{{.Label "com.docker.compose.service"}} {{.State}}')
      .split("\n")
      .sort();
  const SETTLED = ["db running", "notes running", "towpath-proxy running", "web running"];
  beforeEach(() => {
    writeFileSync(at("volumes/state/rows"), "one\n");
  });
  const expectSettled = () => {
    expect(states()).toEqual(SETTLED);
    // A health check that came while a container was paused counts as failed, until the next one.
    const patient =
      "for _ in $(seq 20); do /srv/towpath/towpath-rollout status && exit; sleep 1; done; exit 1";
    expect(world.run(["bash", "-c", patient])).toMatchObject({ status: 0 });
    expect(answerOf(world)).toBe("shop");
    expect(readdirSync(at("volumes/files")).filter(name => name.startsWith("."))).toEqual([]);
    expect(readdirSync(at()).filter(name => /^(\.|drill|paused)/.test(name))).toEqual([]);
  };

  it("writes timers for what the release backs up by the clock", () => {
    const unit = (name: string) => world.run(["cat", `/etc/systemd/system/${name}`]).stdout;
    expect(unit("towpath-backup-services-db.timer")).toContain(
      "OnCalendar=Mon,Tue,Wed,Thu,Fri *-*-* 02:30:00 UTC\n",
    );
    expect(unit("towpath-backup-services-db.service")).toContain(
      "ExecStart=/srv/towpath/towpath-rollout backup services/db\n",
    );
    expect(unit("towpath-backup-volumes-files.timer")).toContain("OnCalendar=*-*-* 03:00:00 UTC\n");
    expect(unit("towpath-backup-volumes-state.timer")).toBe("");
  });

  it("brings a volume back: contents, owners, permissions, names and links, and nothing newer", () => {
    const content = randomBytes(300_000);
    writeFileSync(file("big.bin"), content);
    world.run([
      "sh",
      "-c",
      `cd /srv/towpath/volumes/files && mkdir -p 'a b/${"ü"}' && printf x >'a b/${"ü"}/new
line' && ln -s big.bin link && chown 1234:5678 big.bin && chmod 0640 big.bin`,
    ]);
    good("backup", "files");
    writeFileSync(file("big.bin"), "damaged");
    world.run(["rm", "-rf", "/srv/towpath/volumes/files/a b", "/srv/towpath/volumes/files/link"]);
    writeFileSync(file("newer"), "not in the backup");
    const before = running(world);
    good("restore", "files");
    expect(readFileSync(file("big.bin")).equals(content)).toBe(true);
    const about = world.run(["stat", "--format", "%u:%g %a", "/srv/towpath/volumes/files/big.bin"]).stdout;
    expect(about).toBe("1234:5678 640\n");
    expect(readFileSync(file("a b/ü/new\nline"), "utf8")).toBe("x");
    expect(readFileSync(file("link")).equals(content)).toBe(true);
    expect(existsSync(file("newer"))).toBe(false);
    expect([...running(world)].sort()).toEqual([...before].sort());
    expectSettled();
  });

  it("lets writers go on after a backup, and tells when the last one was", async () => {
    good("backup", "files");
    expectSettled();
    // A health check that met the pause counts as failed until the next one.
    await vi.waitFor(() => good("status"), { timeout: 60_000, interval: 500 });
    expect(good("status").stdout).toContain(`backup\tvolumes/files\t${kept("volumes/files").at(-1)}\n`);
    expect(good("status").stdout).toContain("backup\tvolumes/state\tnever\n");
  });

  it("keeps as many as asked, and lists them", () => {
    for (const _ of [1, 2, 3]) good("backup", "volumes/files");
    expect(kept("volumes/files")).toHaveLength(2);
    expect(good("backups", "files").stdout).toBe(
      kept("volumes/files")
        .map(stamp => `volumes/files\t${stamp}\there\n`)
        .join(""),
    );
  });

  it("restores an older one by its time", () => {
    writeFileSync(file("page"), "old");
    good("backup", "files");
    const old = kept("volumes/files").at(-1) ?? "";
    writeFileSync(file("page"), "new");
    good("backup", "files");
    good("restore", "files", old);
    expect(readFileSync(file("page"), "utf8")).toBe("old");
  });

  it.each<[string, (folder: string) => void]>([
    ["a changed byte", folder => appendFileSync(join(folder, "volume.tar.gz"), "x")],
    ["a cut archive", folder => truncateSync(join(folder, "volume.tar.gz"), 100)],
    ["a lost checksum file", folder => writeFileSync(join(folder, "SHA256SUMS"), "")],
  ])("refuses an archive with %s, in restore and drill, and touches nothing", (_, damage) => {
    writeFileSync(file("page"), "kept");
    good("backup", "files");
    damage(newest("volumes/files"));
    const before = running(world);
    expect(bad("drill", "files")).toContain("is damaged");
    expect(bad("restore", "files")).toContain("is damaged; nothing was changed");
    expect(readFileSync(file("page"), "utf8")).toBe("kept");
    expect(running(world)).toEqual(before);
    world.run(["rm", "-rf", newest("volumes/files").replace(world.folder, "")]);
  });

  it("finds an archive that does not hold what the volume held, though its checksum is right", () => {
    writeFileSync(file("page"), "true");
    good("backup", "files");
    const folder = newest("volumes/files").replace(world.folder, "");
    const forge = `cd ${folder} && mkdir x && tar -xzf volume.tar.gz -C x && printf false >x/page && tar -czf volume.tar.gz -C x . && rm -r x && sha256sum about.tsv files.sha256 volume.tar.gz >SHA256SUMS`;
    expect(world.run(["sh", "-c", forge]).status).toBe(0);
    expect(bad("drill", "files")).toContain("./page: FAILED");
    expect(bad("restore", "files")).toContain("has other files than the volume had");
    expect(readFileSync(file("page"), "utf8")).toBe("true");
    expectSettled();
    world.run(["rm", "-rf", folder]);
  });

  it("goes back to the data of before when a service is not well on what was restored", () => {
    writeFileSync(file("page"), "old");
    good("backup", "files");
    writeFileSync(file("page"), "now");
    // A start fails where `starts` is a folder.
    world.run(["sh", "-c", "cd /srv/towpath/volumes/files && mv starts kept && mkdir starts"]);
    good("backup", "files");
    world.run(["sh", "-c", "cd /srv/towpath/volumes/files && rmdir starts && mv kept starts"]);
    const log = towpathRolloutWith({ TOWPATH_HEALTH_TIMEOUT: "5" }, "restore", "files");
    expect(log).toContain("the restore of volumes/files failed; the data of before is back");
    expect(readFileSync(file("page"), "utf8")).toBe("now");
    expectSettled();
    world.run(["rm", "-rf", newest("volumes/files").replace(world.folder, "")]);
  });
  const towpathRolloutWith = (env: Record<string, string>, ...args: string[]) => {
    const { status, stderr } = world.run(["/srv/towpath/towpath-rollout", ...args], env);
    expect(status, stderr).toBe(1);
    return stderr;
  };

  it("dumps a service, reads the dump back while what depends on it is stopped, and keeps the state before", () => {
    good("backup", "db");
    writeFileSync(at("volumes/state/rows"), "damaged\n");
    const { log } = good("restore", "db", kept("services/db").at(-1) ?? "");
    expect(rows()).toBe("one\n");
    expect(log).toContain("1 containers that depend on it stop");
    expect(readFileSync(join(newest("services/db"), "dump"), "utf8")).toBe("damaged\n");
    expectSettled();
  });

  it("goes back when a dump cannot be read", () => {
    writeFileSync(at("volumes/state/rows"), "poison\n");
    good("backup", "db");
    const poisoned = kept("services/db").at(-1) ?? "";
    writeFileSync(at("volumes/state/rows"), "now\n");
    expect(bad("restore", "db", poisoned)).toContain("failed; the state of before is back");
    expect(rows()).toBe("now\n");
    expectSettled();
  });

  it("takes no dump that fails or is empty", () => {
    const before = kept("services/db");
    writeFileSync(at("volumes/state/rows"), "");
    expect(bad("backup", "db")).toContain("the dump of db is empty");
    world.run(["rm", "/srv/towpath/volumes/state/rows"]);
    expect(bad("backup", "db")).toContain("the dump of db failed");
    expect(kept("services/db")).toEqual(before);
    expect(readFileSync(at("log/audit.log"), "utf8")).toMatch(/backup services\/db failed\n$/);
  });

  it("drills beside what runs: a scratch container reads the dump, and its own check is asked", () => {
    good("backup", "db");
    good("backup", "files");
    const before = running(world);
    const { stdout } = good("drill");
    expect(stdout).toMatch(/^services\/db\t\d+T\d+Z\tread by a scratch container, and verified there$/m);
    expect(stdout).toMatch(/^volumes\/files\t\d+T\d+Z\t\d+ files as they were$/m);
    expect(running(world)).toEqual(before);
    expect(world.docker("network", "ls", "--format", "{{.Name}}")).not.toContain("drill");
    expectSettled();
  });

  it("fails a drill whose check finds the data wrong, and cleans up", () => {
    writeFileSync(at("volumes/state/rows"), "absurd\n");
    good("backup", "db");
    expect(bad("drill", "db")).toContain("finds the restored data wrong");
    expect(bad("drill")).toContain("1 of 2 drills failed");
    expectSettled();
  });

  it("copies off the host, and restores from there when the host has none", () => {
    const copy = `${world.folder}/elsewhere`;
    world.run(["mkdir", "-p", copy]);
    world.run([
      "sh",
      "-c",
      `echo TOWPATH_BACKUP_COPY=${copy} >>/etc/towpath/rollout.conf || { mkdir -p /etc/towpath && echo TOWPATH_BACKUP_COPY=${copy} >/etc/towpath/rollout.conf; }`,
    ]);
    writeFileSync(file("page"), "far");
    good("backup", "files");
    const stamp = kept("volumes/files").at(-1) ?? "";
    world.run(["rm", "-rf", "/srv/towpath/backups"]);
    writeFileSync(file("page"), "lost");
    expect(good("backups", "files").stdout).toContain(`volumes/files\t${stamp}\t${copy}\n`);
    good("restore", "files");
    expect(readFileSync(file("page"), "utf8")).toBe("far");
    world.run(["rm", "-rf", copy]);
    expect(bad("backup", "files")).toContain(`was not copied to ${copy}`);
    world.run(["rm", "/etc/towpath/rollout.conf"]);
  });

  it("waits its turn: a rollout, and whoever holds the lock, is named", async () => {
    const slow = releaseOf(world.folder, shop("slow", "3"));
    const { ended } = await startApply(world, slow, "services");
    expect(bad("backup", "files")).toContain(`another rollout holds the lock: pid`);
    expect(bad("restore", "files")).toContain(`apply ${slow.digest}`);
    expect(await ended).toMatchObject({ status: 0 });
    expect(apply(world, release)).toMatchObject({ status: 0 });
  });

  it("says what there is when a name is unknown", () => {
    expect(bad("backup", "orders")).toContain("the release has: services/db volumes/files volumes/state");
    expect(bad("restore", "files", "../../etc")).toContain("is not a backup's time");
    expect(bad("restore", "volumes/state")).toContain("there is no backup of volumes/state");
  });
});
