/** The parts of an image's name, with what Docker fills in. */
export interface CanonicalImage {
  /** Host of the registry, with its port; `docker.io` for Docker Hub. */
  readonly registry: string;
  /** Path of the repository, `library/` in front of Docker Hub's official ones. */
  readonly repository: string;
  /** Default `latest`. */
  readonly tag: string;
  /** `sha256:…`, when the name has one already. */
  readonly digest?: string;
}

const REPOSITORY = /^[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*)*$/;
const TAG = /^\w[\w.-]{0,127}$/;
const DIGEST = /^sha256:[0-9a-f]{64}$/;

/** Reads `[registry[:port]/]name[:tag][@digest]` as Docker does; undefined when it is no image's name. */
export function canonicalImage(image: string): CanonicalImage | undefined {
  const [named = "", digest, more] = image.split("@");
  const colon = named.lastIndexOf(":");
  const tagged = colon > named.lastIndexOf("/");
  const path = tagged ? named.slice(0, colon) : named;
  const tag = tagged ? named.slice(colon + 1) : "latest";
  const [first = "", ...rest] = path.split("/");
  const hosted = rest.length > 0 && /[.:]|^localhost$/.test(first);
  const registry = hosted ? hubName(first) : "docker.io";
  const inside = hosted ? rest.join("/") : path;
  const repository = registry === "docker.io" && !inside.includes("/") ? `library/${inside}` : inside;
  const valid = more === undefined && REPOSITORY.test(repository) && TAG.test(tag);
  if (!valid || (digest !== undefined && !DIGEST.test(digest))) return undefined;
  return { registry, repository, tag, ...(digest !== undefined && { digest }) };
}

/** One name for an image, however it is abbreviated: `docker.io/library/postgres:17`. */
export function canonicalName({ registry, repository, tag }: CanonicalImage): string {
  return `${registry}/${repository}:${tag}`;
}

function hubName(registry: string): string {
  return registry === "index.docker.io" || registry === "registry-1.docker.io" ? "docker.io" : registry;
}
