import { clusterHome } from "../cluster-home";
import { textOf } from "../inputs";
import type { Charge, Pricer, PricingContext } from "../pricer";

/** What a stack pays as a whole: data between its zones, both ways, and out to the internet. */
export const stack: Pricer = {
  types: ["pulumi:pulumi:Stack"],
  price: (_, context) => {
    if (clusterHome(context.stack) === "elsewhere") return {};
    const { book, usage } = context;
    const several = zonesOf(context) > 1;
    const between = (): Charge => ({
      what: "data between zones, both ways",
      price: book.price("crossZoneData"),
      quantity: 2 * usage.crossZoneGb,
    });
    const out = (): Charge => ({
      what: "data out to the internet",
      price: book.price("dataOut"),
      quantity: usage.dataOutGb,
    });
    return {
      charges: [
        ...(several && usage.crossZoneGb > 0 ? [between()] : []),
        ...(usage.dataOutGb > 0 ? [out()] : []),
      ],
      uses: several ? ["crossZoneGb", "dataOutGb"] : ["dataOutGb"],
    };
  },
};

function zonesOf({ stack: view }: PricingContext): number {
  const subnets = view.ofType("aws:ec2/subnet:Subnet");
  return new Set(subnets.flatMap(({ inputs }) => textOf(inputs.availabilityZone) ?? [])).size;
}
