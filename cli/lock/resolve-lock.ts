import type { ImageLock } from "../../components/app/lock/image-lock";
import { InvalidInput, type Issue } from "../../components/lib/issues";
import type { Context } from "../context";
import { dockerCredentials } from "./docker-credentials";
import { imageDigest } from "./image-digest";
import type { LockRequest } from "./lock-request";
import { type Mirrors, placeOf } from "./mirrors";

export interface ResolveOptions {
  /** What is locked already, and stays unless `update` says otherwise. */
  readonly before: ImageLock;
  readonly update: boolean;
  readonly mirrors: Mirrors;
}

/**
 * The lock that the images need: known digests, and for the others what their registries say now.
 *
 * @throws InvalidInput with every image whose registry does not tell
 */
export async function resolveLock(
  { images }: LockRequest,
  { before, update, mirrors }: ResolveOptions,
  { environment, progress }: Pick<Context, "environment" | "progress">,
): Promise<ImageLock> {
  const lock: Record<string, string> = {};
  const issues: Issue[] = [];
  for (const [name, image] of images) {
    const known = update ? undefined : before[name];
    if (known !== undefined) {
      lock[name] = known;
      continue;
    }
    progress(`asking for ${name}`);
    const place = placeOf(image, mirrors);
    const credentials = dockerCredentials(place.host, environment);
    try {
      lock[name] = await imageDigest(image, { ...place, ...(credentials && { credentials }) });
    } catch (error) {
      const [wrong = "cannot be had", instead = "check the name and the network"] = reason(error).split("; ");
      issues.push({ path: name, wrong, instead });
    }
  }
  if (issues.length > 0) throw new InvalidInput(issues);
  return lock;
}

const reason = (error: unknown) => (error instanceof Error ? error.message : String(error));
