import { InvalidInput } from "../components/lib/issues";

/** Thrown for a region without price data: a guess from another region's prices would be wrong by up to half. */
export class NoPriceData extends InvalidInput {
  constructor(
    readonly region: string,
    known: readonly string[],
  ) {
    super([
      {
        path: "aws:region",
        wrong: `there is no price data for ${region}, so the stack's cost is not known`,
        instead: `fetch it with towpath prices refresh --region ${region}, estimate in one of ${[...known].sort().join(", ")}, or go on without an estimate`,
      },
    ]);
    this.name = "NoPriceData";
  }
}
