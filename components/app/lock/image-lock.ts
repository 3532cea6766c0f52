import { canonicalImage, canonicalName } from "./canonical-image";

/** The lock's name, beside the first Compose file. */
export const LOCK_FILE = "towpath.lock.yaml";

/** By canonical name with tag, `docker.io/library/postgres:17.6`, the digest that it stood for when it was locked. */
export type ImageLock = Readonly<Record<string, string>>;

/** An image's name with the lock's digest behind it; as it is when the lock does not have it, or it names one itself. */
export function pinnedImage(image: string, lock: ImageLock = {}): string {
  const canonical = canonicalImage(image);
  if (canonical === undefined || canonical.digest !== undefined) return image;
  const digest = lock[canonicalName(canonical)];
  return digest === undefined ? image : `${image}@${digest}`;
}
