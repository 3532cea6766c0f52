import { pinnedImage } from "../../app/lock/image-lock";
import type { App } from "../../app/model";
import { oneShots } from "../shared/one-shot";
import type { PlanContext } from "./workload";

/** The images of towpath's own small containers. */
const HELPER_IMAGES = {
  /** A shell, `nslookup` and `mkdir`. */
  shell: "docker.io/library/busybox:1.37.0",
  /** Watches a Job; Kubernetes' own command-line tool, without a shell. */
  kubectl: "registry.k8s.io/kubectl:v1.35.0",
  /** Does nothing, so that a pod is ready for as long as it exists. */
  pause: "registry.k8s.io/pause:3.10",
} as const;

/** A helper's image, by digest where the app's lock has it. */
export function helperImage({ loaded }: PlanContext, helper: keyof typeof HELPER_IMAGES): string {
  return pinnedImage(HELPER_IMAGES[helper], loaded.lock);
}

/** The helpers' images that an app may need on a cluster, for its lock: to wait for others, and to make folders. */
export function helperImages(app: App): readonly string[] {
  const all = Object.values(app.services);
  const awaited = all.flatMap(({ depends_on }) => Object.keys(depends_on ?? {}));
  const ends = oneShots(app);
  const mounts = all.some(({ volumes = [] }) => volumes.length > 0);
  const { shell, kubectl, pause } = HELPER_IMAGES;
  return [
    ...(awaited.length > 0 || mounts ? [shell] : []),
    ...(awaited.some(name => ends.has(name)) ? [kubectl, pause] : []),
  ];
}
