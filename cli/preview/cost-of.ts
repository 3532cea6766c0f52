import type { Settings } from "../../components/settings/settings";
import { type Cost, estimate, NoPriceData } from "../../pricing/estimate";
import type { Usage } from "../../pricing/usage";
import { pricedRegion } from "../cost/priced-region";
import type { Registered } from "../engine/registered";
import type { NoCost } from "./preview";

/**
 * What the resources cost a month. `date` is an ISO date; `usage` stands in for the settings' own figures.
 *
 * @throws NoPriceData when the stack's region has no prices
 */
export function estimateOf(
  resources: readonly Registered[],
  settings: Settings,
  date: string,
  usage: Partial<Usage> = settings.usage,
): Cost {
  return estimate(resources, { region: pricedRegion(settings), today: date, usage });
}

/** What the resources cost a month, or why that cannot be said, for a preview that goes on without it. */
export function costOf(resources: readonly Registered[], settings: Settings, date: string): Cost | NoCost {
  try {
    return estimateOf(resources, settings, date);
  } catch (error) {
    if (error instanceof NoPriceData) return { unavailable: error.message };
    throw error;
  }
}
