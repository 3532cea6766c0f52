import { load } from "../../components/app/load/load";
import {
  type CanonicalImage,
  canonicalImage,
  canonicalName,
} from "../../components/app/lock/canonical-image";
import { pulledImages } from "../../components/app/lock/pin-images";
import { InvalidInput } from "../../components/lib/issues";
import { HOST_IMAGES } from "../../components/workloads/docker/host-images";
import { helperImages } from "../../components/workloads/kubernetes/helper-images";

/** What a lock is about: the folder that it stands in, and the images that need a digest. */
export interface LockRequest {
  readonly folder: string;
  /** By canonical name, sorted. */
  readonly images: ReadonlyMap<string, CanonicalImage>;
}

/** What the loader is told; all profiles count, so that one lock serves every stack. */
export interface LockFiles {
  readonly files: readonly string[];
  readonly envFiles?: readonly string[] | undefined;
  readonly environment: Readonly<Record<string, string>>;
}

/**
 * The images of Compose files that are pulled by tag, with those that a Docker host may run beside them and towpath's
 * own helpers' on a cluster.
 *
 * @throws InvalidInput when the files are not valid, or name no image where there should be one
 */
export function lockRequest({ files, envFiles, environment }: LockFiles): LockRequest {
  const profiles = ["*"];
  const options = { files, environment, profiles, ignoreLock: true, ...(envFiles && { envFiles }) };
  const { app, directory } = load(options);
  const names = [...pulledImages(app), ...helperImages(app), ...HOST_IMAGES];
  const strange = names.filter(name => canonicalImage(name) === undefined);
  if (strange.length > 0) {
    const instead = "write [registry/]name:tag";
    throw new InvalidInput(strange.map(name => ({ path: "image", wrong: `${name} is no image`, instead })));
  }
  const images = names
    .flatMap(name => canonicalImage(name) ?? [])
    .filter(({ digest }) => digest === undefined)
    .map(image => [canonicalName(image), image] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return { folder: directory, images: new Map(images) };
}
