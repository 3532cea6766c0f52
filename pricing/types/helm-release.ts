import { priceClaim, priceStorage } from "../claims";
import { fields, textOf } from "../inputs";
import { type Priced, type Pricer, type PricingContext, together } from "../pricer";
import { priceServiceLoadBalancer } from "../service-load-balancer";

/** Charts whose Service is a load balancer unless their values say otherwise. */
const WITH_LOAD_BALANCER = ["traefik"];

/** A Helm release: what its values show of load balancers and volumes; the objects themselves are not seen. */
export const helmRelease: Pricer = {
  types: ["kubernetes:helm.sh/v3:Release", "kubernetes:helm.sh/v4:Chart"],
  price: ({ inputs }, context) =>
    together(loadBalancer(inputs, context), ...storage(fields(inputs.values), context)),
};

function loadBalancer(inputs: Readonly<Record<string, unknown>>, context: PricingContext): Priced {
  const chart = textOf(inputs.chart)?.split("/").pop() ?? "";
  if (!WITH_LOAD_BALANCER.includes(chart)) return {};
  const service = fields(fields(inputs.values).service);
  const type = service.type ?? fields(service.spec).type ?? "LoadBalancer";
  if (service.enabled === false || type !== "LoadBalancer") return {};
  return priceServiceLoadBalancer(service.annotations, context);
}

/** Every claim template and every enabled `persistence` in the values, wherever the chart puts them. */
function storage(values: Readonly<Record<string, unknown>>, context: PricingContext): Priced[] {
  return Object.entries(values).flatMap(([key, value]): Priced[] => {
    const here = fields(value);
    if (key === "volumeClaimTemplate") return [priceClaim(here.spec, context)];
    if (key === "persistence") return here.enabled === true ? [priceStorage(here.size, context)] : [];
    return storage(here, context);
  });
}
