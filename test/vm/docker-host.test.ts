// The user data that the program renders, on a real machine: Debian, systemd, cloud-init, Docker and Compose of the
// distribution, NVMe disks under EBS's names. Then a release, as SSM delivers it; a reboot; and another machine with
// the same disks. In AWS's place stands `.ci/vm/guest/aws-stand-in`, in Traefik's `.ci/docker/proxy.go`.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PACKAGES } from "../../components/platforms/vm/user-data/packages";
import { type Machine, missingEquipment } from "./harness/machine";
import { CONSOLES, VmWorld } from "./harness/vm-world";

const missing = missingEquipment();

// One service: where a processor is emulated, each container of a release takes a minute.
const COMPOSE = `
name: shop
services:
  notes:
    image: app.test/app:1
    command: [serve]
    environment: { TEXT: started, DATA: /data }
    secrets: [token]
    volumes: ["notes:/data", "archive:/archive"]
    x-towpath: { ingress: { port: 8080 } }
secrets: { token: { file: ./token.txt } }
volumes: { notes: {}, archive: { x-towpath: { backup: { schedule: "30 2 * * *" } } } }
`;

/** A secret that must stand nowhere but in the parameter store and on tmpfs. */
const TOKEN = "canary-a81f5d";
/** Finds it, and not the command that looks for it, which the guest's journal tells. */
const PATTERN = "canary-a81f5[d]";
/** An image that no release names. */
const UNUSED = "unused.test/old:1";

describe.skipIf(missing !== "")(`a Docker host on a real machine (missing: ${missing || "nothing"})`, () => {
  let world: VmWorld;
  let machine: Machine;
  let uuids: string;

  const filesystems = () =>
    machine.text("blkid -s UUID -o value /dev/disk/by-label/notes /dev/disk/by-label/archive");
  const secret = () => machine.text("docker exec shop-notes-1 /bin/app cat /run/secrets/token");
  const answers = () => Promise.all([machine.answer("/"), machine.answer("/starts")]);

  beforeAll(async () => {
    world = await VmWorld.open({
      app: { "compose.yaml": COMPOSE, "token.txt": TOKEN },
      secrets: { token: TOKEN },
      images: ["app.test/app:1", UNUSED],
    });
    machine = await world.boot("first");
  });
  afterAll(() => {
    if (world === undefined) return;
    const consoles = world.close();
    console.log(`serial consoles of ${Object.keys(consoles).join(" and ")}: ${CONSOLES}`);
  });

  it("boots without a complaint, with every package of the table", async () => {
    const status = JSON.parse(await machine.text("cloud-init status --format json"));
    expect(status).toMatchObject({ status: "done", errors: [], recoverable_errors: {} });
    const installed = await machine.text(
      `dpkg-query -W -f '\${Status}\\n' ${PACKAGES.debian.join(" ")} | sort -u`,
    );
    expect(installed).toBe("install ok installed");
    expect(await machine.text("systemctl --failed --no-legend --plain")).toBe("");
  });

  it("runs Docker with the hardened settings", async () => {
    const info = JSON.parse(await machine.text("docker info --format '{{json .}}'"));
    expect(info).toMatchObject({ LiveRestoreEnabled: true, LoggingDriver: "json-file" });
    expect(info.SecurityOptions).toContain("name=no-new-privileges");
    const bridge = await machine.text("docker network inspect bridge --format '{{json .Options}}'");
    expect(JSON.parse(bridge)).toMatchObject({ "com.docker.network.bridge.enable_icc": "false" });
  });

  it("has each volume's own disk, found by its id, formatted and mounted by label", async () => {
    const mounts = await machine.text("findmnt --noheadings --raw --output TARGET,FSTYPE,LABEL --types ext4");
    for (const [key, serial] of Object.entries(world.stack.disks)) {
      const mount = `/srv/towpath/volumes/${key}`;
      expect(mounts.split("\n")).toContain(`${mount} ext4 ${key}`);
      const device = `/dev/disk/by-id/nvme-Amazon_Elastic_Block_Store_${serial}`;
      expect(world.stack.userData).toContain(device);
      const [found, mounted] = (
        await machine.text(`readlink -f ${device}; findmnt -no SOURCE ${mount}`)
      ).split("\n");
      expect(mounted).toBe(found);
    }
    expect(Object.keys(world.stack.disks).sort()).toEqual(["archive", "notes"]);
    expect(await machine.text("grep towpath /etc/fstab")).toMatch(
      /^(LABEL=\w+ \/srv\/towpath\/volumes\/\w+ ext4 \S*nofail\S* 0 2\n?){2}$/,
    );
    uuids = await filesystems();
  });

  it("swaps, keeps time, takes security updates and rotates its logs", async () => {
    expect(await machine.text("swapon --show=NAME --noheadings")).toBe("/swapfile");
    await machine.text("chronyc waitsync 30 0 0 2", 120);
    expect(await machine.text("chronyc -n sources")).toMatch(/^\^\* 169\.254\.169\.123 +1 /m);
    const timers = await machine.text(
      "systemctl is-active apt-daily-upgrade.timer logrotate.timer towpath-disk-guard.timer",
    );
    expect(timers).toBe("active\nactive\nactive");
    const settings = await machine.text("apt-config dump");
    expect(settings).toContain('APT::Periodic::Unattended-Upgrade "1";');
    expect(settings).toContain('Unattended-Upgrade::Automatic-Reboot "false";');
    expect(await machine.text("journalctl --header | grep --max-count 1 'File path'")).toContain(
      "/var/log/journal/",
    );
  });

  it("rolls out a release as SSM delivers it, and answers through the proxy", async () => {
    expect(await world.rollOut(machine)).toMatch(/release [0-9a-f]{64} runs\n/);
    expect(await answers()).toEqual(["200 started", "200 started\n"]);
    expect(await secret()).toBe(TOKEN);
    expect(await machine.text("findmnt --noheadings --output FSTYPE --target /srv/towpath/secrets/")).toBe(
      "tmpfs",
    );
    expect((await machine.run("pgrep docker-proxy")).status).toBe(1);
  });

  it("keeps the secret out of disks and logs", async () => {
    const places =
      "/etc /srv/towpath/releases /srv/towpath/log /srv/towpath/proxy /var/lib/cloud /var/lib/towpath /var/log /root";
    const found = await machine.run(
      `journalctl --no-pager --quiet | grep ${PATTERN}; docker inspect $(docker ps --quiet) | grep ${PATTERN}; grep --recursive --files-with-matches --text ${PATTERN} ${places}`,
    );
    expect(found.stdout).toBe("");
    expect(world.stack.userData + world.stack.archive.text).not.toContain(TOKEN);
  });

  it("backs up by a timer of systemd, and says that there is no bucket to copy to", async () => {
    const unit = "towpath-backup-volumes-archive";
    const next = await machine.text(`systemctl show --property NextElapseUSecRealtime --value ${unit}.timer`);
    expect(next).toMatch(/ 02:30:00 UTC$/);
    expect((await machine.run(`systemctl start ${unit}.service`)).status).toBe(1);
    expect(await machine.text(`journalctl --no-pager --quiet --unit ${unit}.service`)).toMatch(
      /volumes\/archive \d{8}T\d{6}Z is here, but was not copied to s3:\/\//,
    );
    expect(await machine.text("ls /srv/towpath/backups/volumes/archive/*/SHA256SUMS")).not.toContain("\n");
    await machine.text(`systemctl reset-failed ${unit}.service`);
  });

  it("frees a full root disk of what nothing needs, and says when that is not enough", async () => {
    await machine.text(
      "fallocate --length $(df --output=avail --block-size=1 / | awk 'END { printf \"%d\", $1 * 0.9 }') /filler",
    );
    const { status } = await machine.run("systemctl start towpath-disk-guard.service");
    await machine.text("rm /filler");
    expect(status).toBe(1);
    expect(await machine.text("journalctl --no-pager --quiet --identifier towpath-disk-guard")).toContain(
      "nothing is left to remove",
    );
    expect(await machine.text("cat /srv/towpath/log/audit.log")).toMatch(
      /\troot\tdisk-guard: root disk from \d+ % to \d+ %\n?/,
    );
    const images = await machine.text("docker images --format '{{.Repository}}'");
    expect(images.split("\n").sort()).toEqual(["app.test/app", "traefik"]);
    expect(
      await machine.text("systemctl start towpath-disk-guard.service; systemctl --failed --no-legend"),
    ).toBe("");
  });

  it("survives a reboot: app, secrets, volumes and swap are back", async () => {
    await machine.reboot();
    await machine.text("systemctl is-system-running --wait", 900).catch(() => "");
    expect(await answers()).toEqual(["200 started", "200 started\nstarted\n"]);
    expect(await secret()).toBe(TOKEN);
    expect(await filesystems()).toBe(uuids);
    expect(await machine.text("swapon --show=NAME --noheadings")).toBe("/swapfile");
    expect(await machine.text("/srv/towpath/towpath-rollout status")).toContain(`release `);
  });

  it("keeps the data when another machine gets the disks after a power cut", async () => {
    machine.cutPower();
    machine = await world.boot("second", { installed: true });
    expect(await machine.text("cloud-init status --format json")).toContain('"status": "done"');
    expect(await filesystems()).toBe(uuids);
    await world.rollOut(machine);
    expect(await answers()).toEqual(["200 started", "200 started\nstarted\nstarted\n"]);
    expect(await secret()).toBe(TOKEN);
  });
});
