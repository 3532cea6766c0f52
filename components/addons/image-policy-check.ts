import type { Issue } from "../lib/issues";
import type { KubernetesSettings } from "../settings/settings";

/** An image that the app pulls as its Compose file names it. */
export interface PulledImage {
  readonly service: string;
  readonly image: string;
}

/**
 * The images of the app that its own image policy would refuse in the cluster; told before anything is made. Built
 * images are by digest, and their registry is the stack's.
 */
export function imagePolicyCheck({ addons }: KubernetesSettings, pulled: readonly PulledImage[]): Issue[] {
  const { imagePolicy: policy } = addons;
  if (typeof policy !== "object" || policy.action === "warn") return [];
  return pulled.flatMap(({ service, image }) => {
    const path = `services.${service}.image`;
    const issues: Issue[] = [];
    if (policy.digests && !/@sha256:[0-9a-f]{64}$/.test(image))
      issues.push({
        path,
        wrong: `${image} has no digest, which addons.imagePolicy wants`,
        instead: "write name@sha256:…, or set addons.imagePolicy.digests to false",
      });
    if (policy.registries.length > 0 && !isAllowed(image, policy.registries))
      issues.push({
        path,
        wrong: `${image} is from none of the registries in addons.imagePolicy`,
        instead: "copy it to one of them, or name its registry there",
      });
    return issues;
  });
}

/** An image without a host comes from Docker Hub. */
function isAllowed(image: string, registries: readonly string[]): boolean {
  if (registries.some(prefix => image.startsWith(prefix))) return true;
  const isHub = registries.some(prefix => /^docker\.io(\/|$)/.test(prefix));
  return isHub && !/^([^/]*[.:][^/]*|localhost)\//.test(image);
}
