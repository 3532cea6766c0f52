import { volumeExtensionOf } from "../../../app/extension-of";
import type { App } from "../../../app/model";
import type { Volume } from "../../../app/model/volume";
import type { Reporter } from "../../shared/reporter";
import type { ComposeSection, DataVolume, PlannedBackup } from "../docker-plan";
import { volumePath } from "../host-paths";
import { calendarOf, overdueHours } from "./calendar";

export interface PlannedVolumes {
  readonly compose: Readonly<Record<string, ComposeSection>>;
  readonly data: readonly DataVolume[];
  readonly backups: readonly PlannedBackup[];
}

/** The volumes that services mount: a disk of their own, or what the local driver mounts over the network. */
export function planVolumes(
  app: App,
  mounted: readonly string[],
  defaultSizeGb: number,
  reporter: Reporter,
): PlannedVolumes {
  for (const key of Object.keys(app.volumes ?? {})) {
    if (!mounted.includes(key)) reporter.ignored("volumes", ["volumes", key], "no service mounts it");
  }
  const keys = [...new Set(mounted)].sort();
  const data = keys.filter(key => isDataVolume(key, app.volumes?.[key], reporter));
  const kept = keys.filter(key => !data.includes(key));
  const disks = data.map((key): DataVolume => {
    const { sizeGb = defaultSizeGb, snapshot } = volumeExtensionOf(app.volumes?.[key]);
    const note = `a disk of ${sizeGb} GiB, ${snapshot ? "with" : "without"} daily snapshots`;
    if (app.volumes?.[key] !== undefined) reporter.adapted("volumes", ["volumes", key], note);
    return { key, sizeGb, snapshot };
  });
  return {
    compose: Object.fromEntries([
      ...kept.map(key => [key, localDriver(app.volumes?.[key])]),
      ...data.map(key => [key, diskAt(volumePath(key), app.volumes?.[key])]),
    ]),
    data: disks,
    backups: data.flatMap(key => archiveOf(key, app.volumes?.[key], reporter)),
  };
}

function archiveOf(key: string, volume: Volume | undefined, reporter: Reporter): readonly PlannedBackup[] {
  const { backup } = volumeExtensionOf(volume);
  if (backup === undefined) return [];
  const note = `a timer of the host archives it, with its writers paused, and keeps the last ${backup.keep}`;
  reporter.adapted("volumes.*.x-towpath", ["volumes", key, "x-towpath", "backup"], note);
  const { schedule, keep } = backup;
  const when = { calendar: calendarOf(schedule), overdueHours: overdueHours(schedule) };
  return [{ kind: "volumes", name: key, ...when, keep }];
}

function isDataVolume(key: string, volume: Volume | undefined, reporter: Reporter): boolean {
  const driver = volume?.driver ?? "local";
  if (driver !== "local") {
    const instead = "remove driver: for a disk of the volume's own, or use the local driver's NFS options";
    reporter.refuse(
      "volumes.*.driver",
      ["volumes", key, "driver"],
      `the host has no driver ${driver}`,
      instead,
    );
  }
  const { type = "none", device } = volume?.driver_opts ?? {};
  const folder = type === "none" || type === "bind";
  if (folder && device !== undefined) {
    const note = `${device} becomes a disk of its own; existing contents are not copied`;
    reporter.adapted("volumes.*.driver_opts", ["volumes", key, "driver_opts"], note);
  }
  return folder;
}

function localDriver(volume: Volume | undefined): ComposeSection {
  return { driver: "local", driver_opts: volume?.driver_opts, ...labels(volume) };
}

/** A Docker volume and not a bind mount, so that an empty one starts with the image's files, as in Compose. */
function diskAt(device: string, volume: Volume | undefined): ComposeSection {
  return { driver: "local", driver_opts: { type: "none", o: "bind", device }, ...labels(volume) };
}

function labels(volume: Volume | undefined): { readonly labels?: unknown } {
  return volume?.labels === undefined ? {} : { labels: volume.labels };
}
