import type { App } from "../../app/model";
import { kubernetesName } from "./kubernetes-name";

/** The PersistentVolumeClaim behind a volume: an external one is there already, under its own name. */
export function claimName(app: App, key: string): string {
  const volume = app.volumes?.[key];
  return volume?.external === true ? volume.name : kubernetesName(key);
}
