/** Thrown while one resource is priced whose charge a region's data has no figure for; it is then unpriced. */
export class MissingFigure extends Error {
  constructor(what: string, region: string) {
    super(`no figure for ${what} in ${region}`);
    this.name = "MissingFigure";
  }
}
