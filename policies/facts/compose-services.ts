import type { PolicyResource } from "../subject";
import { recordAt } from "./read";

/** A service of a Compose file that runs on a Docker host. */
export interface ComposeService {
  readonly name: string;
  /** As in the rendered file: canonical or short forms. */
  readonly service: unknown;
}

/** The services of the rendered Compose file, which the host's component carries among its inputs. */
export function composeServicesOf({ type, props }: PolicyResource): readonly ComposeService[] {
  if (!type.startsWith("towpath:")) return [];
  const services = recordAt(recordAt(props, "compose"), "services");
  return Object.entries(services).map(([name, service]) => ({ name, service }));
}
