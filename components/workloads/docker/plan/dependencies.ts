import type { Service } from "../../../app/model/service";
import type { ServiceContext } from "./context";

/** The dependencies that the release has: Compose refuses one that is not in its file, required or not. */
export function planDependencies({ loaded, service }: ServiceContext): NonNullable<Service["depends_on"]> {
  const there = Object.entries(service.depends_on ?? {}).filter(([name]) =>
    Object.hasOwn(loaded.app.services, name),
  );
  return Object.fromEntries(there);
}
