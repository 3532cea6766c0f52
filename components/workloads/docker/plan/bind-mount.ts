import { relative } from "node:path";
import type { Mount } from "../../../app/model/mount";
import { physicalName } from "../../../lib/names";
import type { MountClass } from "../../shared/classify-mount";
import type { ModelPath } from "../../shared/model-path";
import { emptyPath } from "../host-paths";
import type { ServiceContext } from "./context";
import type { PlannedMount } from "./mounts";
import { releaseFiles } from "./release-files";

const KEY = "services.*.volumes";

type BindClass = Extract<
  MountClass,
  { kind: "content" | "missing" | "host-path" | "docker-socket" | "clock" | "unsupported" }
>;

/** A mount of something that is, or would be, on the machine itself. */
export function planBind(
  context: ServiceContext,
  mount: Mount,
  index: number,
  found: BindClass,
): PlannedMount {
  const { name, reporter, extension } = context;
  const path: ModelPath = ["services", name, "volumes", index];
  switch (found.kind) {
    case "content":
      return planContent(context, mount, path, found);
    case "missing":
      return emptyFolder(context, mount, path);
    case "clock":
      return { volume: bind({ ...mount, read_only: true }, found.path, false) };
    case "host-path":
      if (extension.allow.includes("host-paths")) {
        reporter.adapted(KEY, path, "granted, because x-towpath.allow has host-paths");
        return { volume: bind(mount, found.path, false), exclusive: mount.read_only !== true };
      }
      reporter.withheld(KEY, path, `${found.path} belongs to the host`, "host-paths");
      return {};
    case "docker-socket":
      if (extension.allow.includes("docker-socket")) {
        reporter.adapted(KEY, path, "granted, because x-towpath.allow has docker-socket");
        return { volume: bind(mount, found.path, false) };
      }
      reporter.refuse(
        KEY,
        path,
        `${found.path} gives the container power over the whole host`,
        "write x-towpath.ingress instead of a proxy that reads it, or add docker-socket to x-towpath.allow",
      );
      return {};
    case "unsupported":
      reporter.refuse(
        KEY,
        path,
        `cannot be carried over: ${found.why}`,
        "use a named volume or put it in the image",
      );
      return {};
    default:
      return found satisfies never;
  }
}

function planContent(
  context: ServiceContext,
  mount: Mount,
  path: ModelPath,
  found: Extract<BindClass, { kind: "content" }>,
): PlannedMount {
  if (found.files.length === 0) return emptyFolder(context, mount, path);
  const odd = found.files.find(file => hasControlCharacter(file.path));
  if (odd !== undefined) {
    context.reporter.refuse(
      KEY,
      path,
      `the file name ${JSON.stringify(odd.path)} has control characters`,
      "rename it",
    );
    return {};
  }
  const { files, source } = releaseFiles(mount.source ?? "", found.single, found.files);
  const what = found.single ? "the file is" : `its ${found.files.length} files are`;
  context.reporter.adapted(KEY, path, `${what} shipped with the release and mounted read-only`);
  return { files, volume: bind({ ...mount, read_only: true }, source, false) };
}

function emptyFolder(context: ServiceContext, mount: Mount, path: ModelPath): PlannedMount {
  const slug = physicalName([relative(context.loaded.directory, mount.source ?? "")]);
  context.reporter.adapted(KEY, path, "is not there: an empty folder on the host, as Docker makes one");
  return { volume: bind(mount, emptyPath(slug), true), exclusive: mount.read_only !== true };
}

/** `create`: let Docker make an empty folder; else a missing source fails the rollout instead of hiding it. */
function bind(
  { target, read_only }: Mount,
  source: string,
  create: boolean,
): Readonly<Record<string, unknown>> {
  return {
    type: "bind",
    source,
    target,
    ...(read_only === true && { read_only }),
    bind: { create_host_path: create },
  };
}

function hasControlCharacter(text: string): boolean {
  return [...text].some(character => character < " " || character === "\u007f");
}
