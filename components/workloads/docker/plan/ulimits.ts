import type { Service } from "../../../app/model/service";
import { mapValues } from "../../../lib/records";

/** Limits as Compose reads them; the canonical form leaves zeros out, without which they are no limits. */
export function planUlimits({ ulimits = {} }: Service): Readonly<Record<string, unknown>> {
  return mapValues(ulimits, limit => {
    if (typeof limit === "number") return limit;
    const { soft = 0, hard = 0 } = limit;
    return { soft, hard };
  });
}
