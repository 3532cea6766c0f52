import { shortHash } from "../../../lib/names";
import type { ImageReference } from "../../references";
import { builtKeys } from "../../shared/built-keys";
import { DOCKER_SUPPORT } from "../support";
import type { ServiceContext } from "./context";

/** A service's image, to be built or pulled. */
export function planImage({ name, service }: ServiceContext): ImageReference {
  const { build, image = "", platform } = service;
  if (build === undefined) return { kind: "pull", service: name, image };
  const platforms = build.platforms ?? (platform === undefined ? [] : [platform]);
  return { kind: "build", service: name, build: builtKeys(build, DOCKER_SUPPORT), platforms };
}

/** The variable of the bundle's `.env` that names each service's built image. */
export function imageVariables(services: readonly string[]): Readonly<Record<string, string>> {
  const plain = (service: string) => service.toUpperCase().replace(/[^A-Z0-9]/g, "_");
  const names = new Map<string, number>();
  for (const service of services) names.set(plain(service), (names.get(plain(service)) ?? 0) + 1);
  return Object.fromEntries(
    services.map(service => {
      const name =
        (names.get(plain(service)) ?? 0) > 1
          ? `${plain(service)}_${shortHash(service, 4).toUpperCase()}`
          : plain(service);
      return [service, `TOWPATH_IMAGE_${name}`];
    }),
  );
}
