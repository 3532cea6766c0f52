import { priceClaims } from "../claims";
import { fields, items, numberOf } from "../inputs";
import { type Pricer, together } from "../pricer";

/** A StatefulSet's volume claims, one of each template for every replica. */
export const statefulSet: Pricer = {
  types: ["kubernetes:apps/v1:StatefulSet"],
  price: ({ inputs }, context) => {
    const spec = fields(inputs.spec);
    const replicas = numberOf(spec.replicas) ?? 1;
    const templates = items(spec.volumeClaimTemplates);
    return together(...templates.map(template => priceClaims(fields(template).spec, replicas, context)));
  },
};
