import { mapValues } from "../../lib/records";
import type { App } from "../model";
import type { Mount } from "../model/mount";
import type { Service } from "../model/service";
import { type ImageLock, pinnedImage } from "./image-lock";

/** The app with the digests of the lock behind the names of all images that are pulled. */
export function pinImages(app: App, lock: ImageLock): App {
  return withImages(app, image => pinnedImage(image, lock));
}

/** The names of all images that the app pulls, each once, sorted. */
export function pulledImages(app: App): readonly string[] {
  const found = new Set<string>();
  withImages(app, image => {
    found.add(image);
    return image;
  });
  return [...found].sort();
}

type Renamed = (image: string) => string;

function withImages(app: App, renamed: Renamed): App {
  return {
    ...app,
    services: mapValues(app.services, service => inService(service, renamed)),
    ...(app.jobs && { jobs: mapValues(app.jobs, job => inService(job, renamed)) }),
  };
}

/** A service that is built pulls nothing for itself, whatever name it gives to what it builds. */
function inService<S extends Service>(service: S, renamed: Renamed): S {
  const { image, build, pre_start: hooks, volumes } = service;
  return {
    ...service,
    ...(image !== undefined && image !== "" && build === undefined && { image: renamed(image) }),
    ...(hooks && {
      pre_start: hooks.map(hook => ({ ...hook, ...(hook.image && { image: renamed(hook.image) }) })),
    }),
    ...(volumes && { volumes: volumes.map(mount => inMount(mount, renamed)) }),
  };
}

function inMount(mount: Mount, renamed: Renamed): Mount {
  return mount.type === "image" && mount.source ? { ...mount, source: renamed(mount.source) } : mount;
}
