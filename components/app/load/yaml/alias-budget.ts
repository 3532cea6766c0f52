const LOW = 400_000;
const HIGH = 4_000_000;

/** Counts what comes out of aliases, against alias bombs; the limits are those of the reference YAML library. */
export class AliasBudget {
  private built = 0;
  private fromAliases = 0;
  private depth = 0;

  get inAlias(): boolean {
    return this.depth > 0;
  }

  /** Counts one node; false when too much of the document comes from aliases. */
  count(): boolean {
    this.built += 1;
    if (this.depth > 0) this.fromAliases += 1;
    if (this.fromAliases <= 100 || this.built <= 1000) return true;
    return this.fromAliases / this.built <= allowed(this.built);
  }

  /** Runs a step whose nodes come from an alias. */
  inside<T>(step: () => T): T {
    this.depth += 1;
    try {
      return step();
    } finally {
      this.depth -= 1;
    }
  }
}

/** From 99 % for small documents down to 10 % for those of millions of nodes. */
function allowed(built: number): number {
  if (built <= LOW) return 0.99;
  if (built >= HIGH) return 0.1;
  return 0.99 - 0.89 * ((built - LOW) / (HIGH - LOW));
}
