import { priceClaim } from "../claims";
import type { Pricer } from "../pricer";

/** A PersistentVolumeClaim. */
export const volumeClaim: Pricer = {
  types: ["kubernetes:core/v1:PersistentVolumeClaim"],
  price: ({ inputs }, context) => priceClaim(inputs.spec, context),
};
