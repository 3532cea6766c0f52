import type { Settings } from "../../components/settings/settings";

/** Whose prices are taken where nothing names a region: of a cluster that is not on AWS, of an engine's preview. */
export const REGION_OF_OTHERS = "us-east-1";

/** The region whose prices a stack is priced by. */
export function pricedRegion(settings: Settings): string {
  return settings.target === "cluster" ? REGION_OF_OTHERS : settings.region;
}
