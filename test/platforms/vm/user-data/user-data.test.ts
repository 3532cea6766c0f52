import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { InvalidInput } from "../../../../components/lib/issues";
import { USER_DATA_LIMIT } from "../../../../components/platforms/user-data/cloud-config";
import { mountedVolume } from "../../../../components/platforms/vm/data-volume";
import { userData } from "../../../../components/platforms/vm/user-data/user-data";

const volumes = (count: number) =>
  Array.from({ length: count }, (_, at) =>
    mountedVolume(`a-rather-long-volume-name-${at}`, "vol-0123456789abcdef0"),
  );
const has = (tool: string, ...args: string[]) => spawnSync(tool, args).status === 0;
const shellcheck = has("shellcheck", "--version");
const cloudInit = has("cloud-init", "--version");

interface CloudConfig {
  write_files: { path: string; permissions: string; content: string }[];
  runcmd: string[][];
}
const config = (): CloudConfig => parse(userData(volumes(2)));
const file = (path: string) => config().write_files.find(one => one.path === path)?.content ?? "";

describe("userData", () => {
  it("is a cloud-config that writes files and runs one program", () => {
    expect(userData([])).toMatch(/^#cloud-config\n/);
    expect(config().write_files.map(({ path, permissions }) => `${permissions} ${path}`)).toEqual([
      "0644 /etc/apt/apt.conf.d/52towpath",
      "0644 /etc/chrony/sources.d/towpath.sources",
      "0644 /etc/docker/daemon.json",
      "0644 /etc/logrotate.d/towpath",
      "0644 /etc/systemd/journald.conf.d/towpath.conf",
      "0644 /etc/systemd/system/towpath-disk-guard.service",
      "0644 /etc/systemd/system/towpath-disk-guard.timer",
      "0644 /etc/systemd/system/towpath-secrets.service",
      "0644 /etc/towpath/volumes",
      "0755 /usr/local/sbin/towpath-disk-guard",
      "0755 /usr/local/sbin/towpath-setup",
      "0755 /usr/local/sbin/towpath-volumes",
    ]);
    expect(config().runcmd).toEqual([["/usr/local/sbin/towpath-setup"]]);
  });

  it("hardens Docker's daemon", () => {
    expect(JSON.parse(file("/etc/docker/daemon.json"))).toEqual({
      icc: false,
      "live-restore": true,
      "log-driver": "json-file",
      "log-opts": { "max-file": "3", "max-size": "10m" },
      "no-new-privileges": true,
      "userland-proxy": false,
    });
  });

  it("fits EC2's limit with 20 volumes", () => {
    expect(Buffer.byteLength(userData(volumes(20)))).toBeLessThanOrEqual(USER_DATA_LIMIT);
  });

  it("says how long it is when it does not fit", () => {
    expect(() => userData(volumes(200))).toThrow(InvalidInput);
    expect(() => userData(volumes(200))).toThrow(/takes \d{5} bytes with 200 volumes, and EC2 takes 16384/);
  });

  it.skipIf(!shellcheck)("has scripts without a finding (needs shellcheck)", () => {
    const scripts = config().write_files.filter(({ content }) => content.startsWith("#!"));
    for (const { path, content } of scripts) {
      const found = spawnSync("shellcheck", ["-"], { input: content, encoding: "utf8" });
      expect(found.stdout, path).toBe("");
    }
  });

  it.skipIf(!cloudInit)("is valid by cloud-init's schema (needs cloud-init)", () => {
    const folder = mkdtempSync(join(tmpdir(), "user-data-"));
    try {
      writeFileSync(join(folder, "user-data"), userData(volumes(3)));
      const answer = execFileSync("cloud-init", ["schema", "-c", join(folder, "user-data")], {
        encoding: "utf8",
      });
      expect(answer).toContain("Valid");
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
