// What the host counts of itself, on a real Docker daemon, for node exporter's textfile collector; judged by promtool.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { builtTool } from "../harness/equipment";
import { DockerWorld, missingEquipment } from "./harness/docker-world";
import { apply, towpathRollout } from "./harness/host";
import { releaseOf } from "./harness/release";

const missing = [missingEquipment(), builtTool("prometheus") ? "" : ".ci/prometheus/build"]
  .filter(Boolean)
  .join(", ");

const APP = `
name: shop
services:
  web:
    image: app.test/app:1
    command: [serve]
    environment: { TEXT: shop, DATA: /data }
    healthcheck: { test: [CMD, /bin/app, healthy], interval: 1s, timeout: 2s, retries: 3 }
    volumes: ["files:/data"]
volumes: { files: { x-towpath: { backup: {} } } }
`;

describe.skipIf(missing !== "")(`metrics on real Docker (missing: ${missing || "nothing"})`, () => {
  let world: DockerWorld;
  beforeAll(() => {
    world = new DockerWorld();
    world.loadImage("app.test/app:1");
    expect(apply(world, releaseOf(world.folder, APP))).toMatchObject({ status: 0 });
  });
  afterAll(() => world?.close());

  const counted = () => {
    expect(towpathRollout(world, "metrics")).toMatchObject({ status: 0, log: "" });
    const text = readFileSync(join(world.folder, "srv/towpath/metrics/towpath.prom"), "utf8");
    return new Map(
      text
        .trim()
        .split("\n")
        .map(line => [line.replace(/ \S+$/, ""), Number(line.split(" ").at(-1))]),
    );
  };
  const WEB = '{service="web",container="shop-web-1"}';
  const FILES = '{kind="volumes",name="files"}';

  it("tell of containers, backups and disks, in the form that Prometheus reads", async () => {
    expect(towpathRollout(world, "backup", "files")).toMatchObject({ status: 0 });
    // A health check that came while the container was paused counts as failed, until the next one.
    await expect.poll(() => counted().get(`towpath_container_up${WEB}`), { timeout: 20_000 }).toBe(1);
    const metrics = counted();
    expect(metrics.get(`towpath_container_restarts_total${WEB}`)).toBe(0);
    expect(metrics.get(`towpath_container_memory_limit_bytes${WEB}`)).toBe(512 * 1024 ** 2);
    expect(metrics.get(`towpath_backup_max_age_seconds${FILES}`)).toBe(27 * 3600);
    expect(metrics.get(`towpath_backup_last_success_timestamp_seconds${FILES}`)).toBeGreaterThan(1.7e9);
    expect(metrics.get("towpath_last_change_failed")).toBe(0);
    expect(metrics.get('towpath_filesystem_size_bytes{mountpoint="/"}')).toBeGreaterThan(0);
    const input = readFileSync(join(world.folder, "srv/towpath/metrics/towpath.prom"));
    const judged = spawnSync(join(builtTool("prometheus") ?? "", "promtool"), ["check", "metrics"], {
      input,
    });
    expect(String(judged.stderr)).not.toMatch(/parsing error/);
    expect([0, 3]).toContain(judged.status);
  });

  it("tell of a container that stopped, and of a change that failed", () => {
    world.docker("stop", "shop-web-1");
    expect(towpathRollout(world, "restore", "files", "20000101T000000Z").status).toBe(1);
    expect(towpathRollout(world, "drill", "files")).toMatchObject({ status: 0 });
    expect(counted().get(`towpath_container_up${WEB}`)).toBe(0);
    expect(towpathRollout(world, "status").status).toBe(1);
  });
});
