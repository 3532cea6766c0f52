import { clusterHome } from "./cluster-home";
import { fields } from "./inputs";
import { ASSUMED_SUBNETS, priceLoadBalancer } from "./load-balancers";
import type { Priced, PricingContext } from "./pricer";

/** The load balancer that a cluster makes for a Service of type LoadBalancer. */
export function priceServiceLoadBalancer(annotations: unknown, context: PricingContext): Priced {
  switch (clusterHome(context.stack)) {
    case "eks":
      return priceLoadBalancer("nlb", isInternal(annotations) ? 0 : publicSubnets(context), context);
    case "k3s":
      return { assumptions: ["load balancers on K3s are ports of its nodes, without a charge"] };
    case "elsewhere":
      return { unpriced: ["its load balancer is made by a cluster outside this stack"] };
  }
}

function isInternal(annotations: unknown): boolean {
  const prefix = "service.beta.kubernetes.io/aws-load-balancer";
  const given = fields(annotations);
  return given[`${prefix}-scheme`] === "internal" || String(given[`${prefix}-internal`]) === "true";
}

/** The load balancer has an address in each public subnet. */
function publicSubnets({ stack }: PricingContext): number {
  const subnets = stack.ofType("aws:ec2/subnet:Subnet");
  const marked = subnets.filter(
    ({ inputs }) =>
      inputs.mapPublicIpOnLaunch === true || fields(inputs.tags)["kubernetes.io/role/elb"] !== undefined,
  );
  return marked.length || ASSUMED_SUBNETS;
}
