import { existsSync, statSync } from "node:fs";
import { homedir } from "node:os";
import { basename, dirname, join, relative } from "node:path";
import { extensionOf } from "../../app/extension-of";
import type { Loaded } from "../../app/load/loaded";
import type { Mount } from "../../app/model/mount";
import { physicalName, shortHash } from "../../lib/names";
import { type ContentFile, contentFiles } from "./content-files";
import { isSensitiveHostPath } from "./sensitive-host-paths";

/** What an entry of `services.*.volumes` means for the app, whatever the target. */
export type MountClass =
  | { readonly kind: "volume"; readonly key: string }
  /** A volume without a source; the key is made from service and target. */
  | { readonly kind: "anonymous"; readonly key: string }
  | { readonly kind: "tmpfs" }
  /** Lies in the folder that the service's own image is built from. */
  | { readonly kind: "development" }
  /** Part of the project, to be shipped; `single` when the source is a file. */
  | { readonly kind: "content"; readonly single: boolean; readonly files: readonly ContentFile[] }
  /** Part of the project but not there; Docker makes an empty folder. */
  | { readonly kind: "missing" }
  /** A path of the host for the app's own data, which becomes a volume under this key. */
  | { readonly kind: "host-data"; readonly key: string }
  /** A path of the host itself: sensitive ones, and any where `host-paths` is allowed. */
  | { readonly kind: "host-path"; readonly path: string; readonly sensitive: boolean }
  | { readonly kind: "docker-socket"; readonly path: string }
  /** `/etc/localtime` or `/etc/timezone`. */
  | { readonly kind: "clock"; readonly path: string }
  | { readonly kind: "image"; readonly image: string }
  /** `why` completes "cannot be carried over: …". */
  | { readonly kind: "unsupported"; readonly why: string };

/** Classifies one mount of a service; reads the project's files, but never the host's own. */
export function classifyMount(loaded: Loaded, service: string, mount: Mount): MountClass {
  switch (mount.type) {
    case "tmpfs":
      return { kind: "tmpfs" };
    case "volume":
      return mount.source === undefined
        ? { kind: "anonymous", key: physicalName([service, mount.target ?? "data"]) }
        : { kind: "volume", key: mount.source };
    case "image":
      return { kind: "image", image: mount.source ?? "" };
    case "bind":
      return classifyBind(loaded, service, mount.source ?? "");
    case "npipe":
      return { kind: "unsupported", why: "npipe mounts exist on Windows only" };
    case "cluster":
      return { kind: "unsupported", why: "cluster volumes exist in Docker Swarm only" };
    default:
      return mount.type satisfies never;
  }
}

function classifyBind(loaded: Loaded, service: string, source: string): MountClass {
  if (/^(docker|podman|containerd)\.sock$/.test(basename(source)))
    return { kind: "docker-socket", path: source };
  if (source === "/etc/localtime" || source === "/etc/timezone") return { kind: "clock", path: source };
  const { build, ...rest } = loaded.app.services[service] ?? { command: null, entrypoint: null };
  if (build?.context !== undefined && isInside(build.context, source)) return { kind: "development" };
  if (isInside(projectRoot(loaded.directory), source)) return projectContent(loaded.directory, source);
  const sensitive = isSensitiveHostPath(source);
  if (sensitive || extensionOf(rest).allow.includes("host-paths")) {
    return { kind: "host-path", path: source, sensitive };
  }
  return { kind: "host-data", key: hostDataKey(loaded, source) };
}

function projectContent(directory: string, source: string): MountClass {
  if (!existsSync(source)) return { kind: "missing" };
  const files = contentFiles(source, projectRoot(directory));
  return typeof files === "string"
    ? { kind: "unsupported", why: files }
    : { kind: "content", single: !statSync(source).isDirectory(), files };
}

/** The repository that the Compose file is part of, so that `../shared` still belongs to the project. */
function projectRoot(directory: string): string {
  for (let at = directory; dirname(at) !== at && at !== homedir(); at = dirname(at)) {
    if (existsSync(join(at, ".git"))) return at;
  }
  return directory;
}

/** A volume key from a host path; the home folder has no name of its own, for it differs between people. */
function hostDataKey(loaded: Loaded, source: string): string {
  const home = isInside(homedir(), source);
  const steps = (home ? relative(homedir(), source) : source).split("/").filter(step => step !== "");
  const key = physicalName(home ? ["home", ...steps] : steps);
  return loaded.app.volumes?.[key] === undefined ? key : `${key}-${shortHash(source, 4)}`;
}

function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way === "" || (!way.startsWith("..") && !way.startsWith("/"));
}
