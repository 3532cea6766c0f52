import { MONITORING_IMAGES } from "./monitoring/images";
import { REGISTRY_IMAGE } from "./own-registry/names";
import { PROXY_IMAGE } from "./plan/proxy-service";

/** Every image that a Docker host may run beside the app's own: proxy, registry, and what watches the host. */
export const HOST_IMAGES: readonly string[] = [
  PROXY_IMAGE,
  REGISTRY_IMAGE,
  ...Object.values(MONITORING_IMAGES),
];
