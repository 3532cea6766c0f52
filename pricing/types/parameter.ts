import type { Pricer } from "../pricer";

/** SSM parameters are free in the standard tier; the others have no figure here. */
export const parameter: Pricer = {
  types: ["aws:ssm/parameter:Parameter"],
  price: ({ inputs }) => {
    const tier = inputs.tier ?? "Standard";
    return tier === "Standard" ? {} : { unpriced: [`no figure for the ${String(tier)} tier`] };
  },
};
