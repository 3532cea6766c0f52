import type { DockerPlan } from "./docker-plan";
import { PROXY_SERVICE } from "./plan/proxy-service";

/** A plan with what the stack added to it. */
export interface Release {
  readonly plan: DockerPlan;
  /** By service: a digest for what is built, the name as written for what is pulled. */
  readonly images: Readonly<Record<string, string>>;
  /** By secret name. */
  readonly parameters: Readonly<Record<string, string>>;
}

/** The image of every service, the proxy's among them. */
export function releaseImages(
  plan: DockerPlan,
  built: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const own = plan.images.map((image): [string, string] => {
    const reference = image.kind === "pull" ? (built[image.service] ?? image.image) : built[image.service];
    if (reference === undefined) throw new Error(`no image was given for the built service ${image.service}`);
    return [image.service, reference];
  });
  const proxy = plan.compose.services[PROXY_SERVICE]?.image;
  return Object.fromEntries(proxy === undefined ? own : [...own, [PROXY_SERVICE, String(proxy)]]);
}

/** `release.json`: what a release is, for people and tools. */
export function releaseManifest({ plan, images, parameters }: Release): unknown {
  return {
    project: plan.project,
    services: plan.services.map(service => ({ ...service, image: images[service.name] })),
    routes: plan.routes,
    volumes: plan.volumes,
    openPorts: plan.openPorts,
    secrets: plan.secrets.map(({ name }) => ({ name, parameter: parameters[name] ?? null })),
    files: plan.files.map(({ path, mode }) => ({ path, mode: mode.toString(8) })),
    backups: plan.backups,
    jobs: plan.jobs,
  };
}
