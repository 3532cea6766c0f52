import { type ServiceExtension, serviceExtension, type VolumeExtension, volumeExtension } from "./extension";
import type { Service } from "./model/service";
import type { Volume } from "./model/volume";

/** A service's `x-towpath` with defaults filled in; the loader has checked it already. */
export function extensionOf(service: Service): ServiceExtension {
  return serviceExtension.parse(service["x-towpath"] ?? {});
}

/** A volume's `x-towpath` with defaults filled in; the loader has checked it already. */
export function volumeExtensionOf(volume: Volume | undefined): VolumeExtension {
  return volumeExtension.parse(volume?.["x-towpath"] ?? {});
}
