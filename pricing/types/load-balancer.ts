import { items } from "../inputs";
import { ASSUMED_SUBNETS, priceLoadBalancer } from "../load-balancers";
import type { Pricer } from "../pricer";

/** An application or network load balancer made by the program. */
export const loadBalancer: Pricer = {
  types: ["aws:lb/loadBalancer:LoadBalancer", "aws:alb/loadBalancer:LoadBalancer"],
  price: ({ inputs }, context) => {
    const kind = inputs.loadBalancerType ?? "application";
    if (kind !== "application" && kind !== "network")
      return { unpriced: [`no figure for a ${String(kind)} load balancer`] };
    const listed = items(inputs.subnets).length + items(inputs.subnetMappings).length;
    const subnets = inputs.internal === true ? 0 : listed || ASSUMED_SUBNETS;
    return priceLoadBalancer(kind === "application" ? "alb" : "nlb", subnets, context);
  },
};
