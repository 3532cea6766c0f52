import type { Mount } from "../../../app/model/mount";
import type { PlanFile } from "../../references";
import { classifyMount, type MountClass } from "../../shared/classify-mount";
import { planBind } from "./bind-mount";
import type { ServiceContext } from "./context";

/** What one entry of `volumes` becomes. */
export interface PlannedMount {
  /** The rendered entry; absent when the mount is left out. */
  readonly volume?: Readonly<Record<string, unknown>>;
  readonly files?: readonly PlanFile[];
  /** The key of a disk of its own. */
  readonly dataVolume?: string;
  /** What two containers must not share: the old one stops before the new one starts. */
  readonly exclusive?: boolean;
}

/** Every mount of a service, with what it needs on the host. */
export function planMounts(context: ServiceContext): readonly PlannedMount[] {
  const mounts = (context.service.volumes ?? []).map((mount, index) => ({
    mount,
    index,
    found: classifyMount(context.loaded, context.name, mount),
  }));
  const sources = mounts.flatMap(({ mount, found }) =>
    found.kind === "development" ? [mount.target ?? ""] : [],
  );
  return mounts.map(({ mount, index, found }) =>
    found.kind === "anonymous" && sources.some(target => (mount.target ?? "").startsWith(`${target}/`))
      ? leaveOut(context, index, "hides a folder of a development mount that is left out")
      : planMount(context, mount, index, found),
  );
}

function leaveOut({ name, reporter }: ServiceContext, index: number, note: string): PlannedMount {
  reporter.ignored("services.*.volumes", ["services", name, "volumes", index], note);
  return {};
}

function planMount(context: ServiceContext, mount: Mount, index: number, found: MountClass): PlannedMount {
  switch (found.kind) {
    case "volume":
      return { ...dataMount(mount, found.key), exclusive: mount.read_only !== true };
    case "host-data": {
      const note = `the host's path becomes the data volume ${found.key}; existing contents are not copied`;
      context.reporter.adapted("services.*.volumes", ["services", context.name, "volumes", index], note);
      return { ...dataMount(mount, found.key), exclusive: mount.read_only !== true };
    }
    case "anonymous": {
      const note = "each new container starts with a fresh one; name the volume to keep its data";
      context.reporter.adapted("services.*.volumes", ["services", context.name, "volumes", index], note);
      return { volume: asWritten(mount) };
    }
    case "tmpfs":
    case "image":
      return { volume: asWritten(mount) };
    case "development":
      return leaveOut(context, index, "the image is built from this folder: a development mount");
    default:
      return planBind(context, mount, index, found);
  }
}

/** Without the hint for Docker Desktop. */
function asWritten({ consistency: _, ...mount }: Mount): NonNullable<PlannedMount["volume"]> {
  return mount;
}

function dataMount(mount: Mount, key: string): PlannedMount {
  const { target, read_only, volume } = mount;
  const options = volume !== undefined && Object.keys(volume).length > 0;
  return {
    dataVolume: key,
    volume: {
      type: "volume",
      source: key,
      target,
      ...(read_only !== undefined && { read_only }),
      ...(options && { volume }),
    },
  };
}
