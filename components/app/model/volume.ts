import type { Extensions, StringMap } from "./common";

/** A top-level volume. */
export interface Volume extends Extensions {
  readonly name: string;
  readonly driver?: string;
  readonly driver_opts?: StringMap;
  readonly external?: boolean;
  readonly labels?: StringMap;
}
