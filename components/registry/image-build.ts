import { isAbsolute, join, relative } from "node:path";
import type * as dockerBuild from "@pulumi/docker-build";
import type { Build } from "../app/model/build";
import { compact } from "../lib/records";

/** An image to build: of one service, for one or more platforms such as `linux/arm64`. */
export interface ImageBuild {
  readonly service: string;
  readonly build: Build;
  readonly platforms: readonly string[];
}

/** What of a build stays the same for the same files and settings. */
export type BuildInputs = Pick<
  dockerBuild.ImageArgs,
  | "addHosts"
  | "cacheFrom"
  | "cacheTo"
  | "context"
  | "dockerfile"
  | "labels"
  | "network"
  | "noCache"
  | "platforms"
  | "pull"
  | "ssh"
  | "target"
>;

/** Compose's `build` as arguments of `docker-build`, without args, secrets and tags; paths relative to `folder`. */
export function buildInputs({ build, platforms }: ImageBuild, folder: string): BuildInputs {
  const near = (path: string) => (isAbsolute(path) ? relative(folder, path) || "." : path);
  const location = near(build.context ?? ".");
  const raw = (lines: readonly string[] | undefined) =>
    lines?.map(line => ({ raw: line.includes("=") ? line : `type=registry,ref=${line}` }));
  const named = Object.entries(build.additional_contexts ?? {}).map(([name, at]) => [
    name,
    { location: near(at) },
  ]);
  return compact({
    context: named.length === 0 ? { location } : { location, named: Object.fromEntries(named) },
    dockerfile: dockerfile(location, build, near),
    platforms: platforms as dockerBuild.Platform[],
    target: build.target,
    labels: build.labels === undefined ? undefined : { ...build.labels },
    network: build.network as dockerBuild.NetworkMode | undefined,
    noCache: build.no_cache,
    pull: build.pull,
    addHosts: build.extra_hosts === undefined ? undefined : [...build.extra_hosts],
    cacheFrom: raw(build.cache_from),
    cacheTo: raw(build.cache_to),
    ssh: build.ssh?.map(sshAgent),
  });
}

function dockerfile(context: string, build: Build, near: (path: string) => string) {
  if (build.dockerfile_inline !== undefined) return { inline: build.dockerfile_inline };
  const file = build.dockerfile ?? "Dockerfile";
  return { location: isAbsolute(file) ? near(file) : isRemote(context) ? file : join(context, file) };
}

/** `default`, `id` or `id=path`. */
function sshAgent(line: string) {
  const [id = "default", path] = line.split("=", 2);
  return path === undefined ? { id } : { id, paths: [path] };
}

/** A context that Docker fetches itself: a URL or a Git repository. */
export function isRemote(context: string): boolean {
  return /^(https?|git|ssh):\/\/|^git@|\.git(#|$)/.test(context);
}
