import { InvalidInput } from "../components/lib/issues";
import { REGIONS } from "./regions";

/** Thrown for a region without price data: a guess from another region's prices would be wrong by up to half. */
export class NoPriceData extends InvalidInput {
  constructor(readonly region: string) {
    const known = Object.keys(REGIONS).sort().join(", ");
    super([
      {
        path: "aws:region",
        wrong: `there is no price data for ${region}, so the stack's cost is not known`,
        instead: `estimate in one of ${known}, or go on without an estimate`,
      },
    ]);
    this.name = "NoPriceData";
  }
}
