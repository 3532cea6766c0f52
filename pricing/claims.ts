import { clusterHome } from "./cluster-home";
import { priceDisk } from "./disk";
import { fields } from "./inputs";
import { type Priced, type PricingContext, together } from "./pricer";
import { storageGb } from "./storage-quantity";

/** What one PersistentVolumeClaim costs, by the `spec` that asks for it. */
export function priceClaim(spec: unknown, context: PricingContext): Priced {
  const size = fields(fields(fields(spec).resources).requests).storage;
  return priceStorage(size, context);
}

/** A disk of a size such as `10Gi`, where the cluster makes it. */
export function priceStorage(size: unknown, { book, stack }: PricingContext): Priced {
  switch (clusterHome(stack)) {
    case "eks":
    case "k3s":
      return priceDisk({ sizeGb: storageGb(size) }, book);
    case "elsewhere":
      return { unpriced: ["its disk is made by a cluster outside this stack"] };
  }
}

/** `count` claims that are alike. */
export function priceClaims(spec: unknown, count: number, context: PricingContext): Priced {
  return together(...Array.from({ length: count }, () => priceClaim(spec, context)));
}
