import type { Priced, Pricer } from "../pricer";

/** SSM parameters are free in the standard tier, which holds 4 KB; the advanced tier has no figure here. */
const TIERS: Readonly<Record<string, Priced>> = {
  Standard: {},
  "Intelligent-Tiering": {
    assumptions: ["SSM parameters with intelligent tiering fit in 4 KB, and so in the free standard tier"],
  },
};

export const parameter: Pricer = {
  types: ["aws:ssm/parameter:Parameter"],
  price: ({ inputs }) => {
    const tier = String(inputs.tier ?? "Standard");
    return TIERS[tier] ?? { unpriced: [`no figure for the ${tier} tier`] };
  },
};
