import { fields } from "../inputs";
import type { Pricer } from "../pricer";
import { priceServiceLoadBalancer } from "../service-load-balancer";

/** A Kubernetes Service costs something when the cluster makes a load balancer for it. */
export const service: Pricer = {
  types: ["kubernetes:core/v1:Service"],
  price: ({ inputs }, context) =>
    fields(inputs.spec).type === "LoadBalancer"
      ? priceServiceLoadBalancer(fields(inputs.metadata).annotations, context)
      : {},
};
