/** The parts of an image's name that tell what it is. */
export interface ImageName {
  /** Without registry, and without `library/`: `postgres`, `grafana/grafana`. */
  readonly repository: string;
  /** Empty when the name has none. */
  readonly tag: string;
  readonly digest: boolean;
}

/** Takes an image's name apart, e.g. `docker.io/library/postgres:17-alpine@sha256:…`. */
export function imageName(image: string): ImageName {
  const [withTag = "", digest] = image.split("@");
  const [, path = withTag, tag = ""] = /^(.*?)(?::([^:/]+))?$/.exec(withTag) ?? [];
  const steps = path.split("/");
  const registry = steps.length > 1 && /[.:]|^localhost$/.test(steps[0] ?? "");
  const rest = registry ? steps.slice(1) : steps;
  const official = rest[0] === "library" ? rest.slice(1) : rest;
  return { repository: official.join("/"), tag, digest: digest !== undefined };
}

/** Whether an image lies in a private registry of ECR, which answers only to identities in AWS. */
export function isPrivateEcr(image: string): boolean {
  return /^\d{12}\.dkr[.-]ecr[.-]/.test(image);
}
