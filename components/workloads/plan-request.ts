import type { Loaded } from "../app/load/loaded";

/** What both planners are given besides their target's facts. */
export interface PlanRequest {
  readonly loaded: Loaded;
  /** Where the app is reached by name; absent: any host name, plain HTTP. */
  readonly domain?: string;
  /** Size of a volume that does not say its own, GiB. */
  readonly volumeSizeGb: number;
  /** Where the certificate authority sends warnings; the Docker host's proxy needs it. */
  readonly acmeEmail?: string;
}
