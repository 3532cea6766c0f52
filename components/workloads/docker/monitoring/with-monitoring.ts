import { type ImageLock, pinnedImage } from "../../../app/lock/image-lock";
import { mapValues } from "../../../lib/records";
import type { DockerPlan } from "../docker-plan";
import { PROXY_SERVICE } from "../plan/proxy-service";
import { MONITORING_IMAGES } from "./images";
import type { PlannedMonitoring } from "./monitoring";

/**
 * The plan of an app with what watches its host, which comes after the app and before the proxy that may lead to it.
 * Images are by digest where the lock has them.
 */
export function withMonitoring(
  plan: DockerPlan,
  monitoring: PlannedMonitoring,
  lock: ImageLock | undefined,
): DockerPlan {
  const { compose } = plan;
  const services = mapValues(monitoring.services, service => ({
    ...service,
    image: pinnedImage(String(service.image), lock),
  }));
  const pulls = Object.entries(MONITORING_IMAGES).map(([service, image]) => ({
    kind: "pull" as const,
    service,
    image: pinnedImage(image, lock),
  }));
  const byPath = [...plan.files, ...monitoring.files].map(file => [file.path, file] as const);
  const byName = [...plan.secrets, ...monitoring.secrets].map(secret => [secret.name, secret] as const);
  return {
    ...plan,
    compose: {
      ...compose,
      services: { ...compose.services, ...services },
      networks: { ...compose.networks, ...monitoring.networks },
      volumes: { ...compose.volumes, ...monitoring.volumes },
      ...(Object.keys(monitoring.declaredSecrets).length > 0 && {
        secrets: { ...compose.secrets, ...monitoring.declaredSecrets },
      }),
    },
    services: [
      ...plan.services.filter(({ name }) => name !== PROXY_SERVICE),
      ...monitoring.planned,
      ...plan.services.filter(({ name }) => name === PROXY_SERVICE),
    ],
    routes: [...plan.routes, ...(monitoring.route ? [monitoring.route] : [])],
    files: [...new Map(byPath).values()],
    secrets: [...new Map(byName).values()],
    secretPlacements: [...plan.secretPlacements, ...monitoring.placements],
    images: [...plan.images, ...pulls],
  };
}
