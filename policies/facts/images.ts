/** The parts of an image's name that say which image it is. */
export interface ImageName {
  readonly tag?: string;
  /** Named by digest, or a placeholder that becomes a digest on the host. */
  readonly isPinned: boolean;
}

/** How the rendered Compose file names images that towpath builds. */
const PLACEHOLDER = /^\$\{TOWPATH_IMAGE_[A-Z0-9_]+\}$/;

/** Reads `[registry[:port]/]name[:tag][@digest]`. */
export function parseImage(image: string): ImageName {
  if (PLACEHOLDER.test(image)) return { isPinned: true };
  const [name = "", digest] = image.split("@");
  const tag = /:([^/:]+)$/.exec(name)?.[1];
  return { isPinned: digest !== undefined, ...(tag !== undefined && { tag }) };
}

/** Registry, path and name as Docker completes them, e.g. docker.io/library/nginx; undefined for what towpath builds itself. */
export function fullName(image: string): string | undefined {
  if (PLACEHOLDER.test(image)) return undefined;
  const [withTag = ""] = image.split("@");
  const name = withTag.replace(/:[^/:]+$/, "");
  const [host = "", ...path] = name.split("/");
  if (path.length === 0) return `docker.io/library/${name}`;
  return /[.:]|^localhost$/.test(host) ? name : `docker.io/${name}`;
}
