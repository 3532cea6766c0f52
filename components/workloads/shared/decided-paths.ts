import type { Verdict } from "../verdict";
import type { ModelPath } from "./model-path";

/** What was decided, by key and path, so that a large file is not searched for each of its keys. */
export class DecidedPaths {
  readonly #notes = new Set<string>();
  /** Each decision's key at its path and at every path above. */
  readonly #below = new Set<string>();
  readonly #whole = new Set<string>();
  readonly #special = new Set<string>();

  /** Takes a decision in; false when the same was said of the same path before. */
  add(decision: {
    readonly key: string;
    readonly path: ModelPath;
    readonly verdict: Verdict;
    readonly note: string;
    readonly general?: boolean;
  }): boolean {
    const { key, path, verdict, note, general } = decision;
    const places = prefixes(path);
    const place = places.at(-1) ?? "";
    const said = `${key}\n${place}\n${note}`;
    if (this.#notes.has(said)) return false;
    this.#notes.add(said);
    for (const above of places) this.#below.add(`${key}\n${above}`);
    if (verdict === "ignored" || verdict === "refused") this.#whole.add(place);
    if (general !== true) this.#special.add(place);
    return true;
  }

  /** Whether something was decided of a key at a path or below it. */
  says(key: string, path: ModelPath): boolean {
    return this.#below.has(`${key}\n${prefixes(path).at(-1) ?? ""}`);
  }

  /** Whether nothing is left to say of a key at a path whose row in the table says `rule`. */
  covers(key: string, path: ModelPath, rule: Verdict): boolean {
    if (this.says(key, path)) return true;
    return prefixes(path).some(
      place => this.#whole.has(place) || (rule === "same" && this.#special.has(place)),
    );
  }
}

/** A text for the path and for every path above it, the top first. */
function prefixes(path: ModelPath): readonly string[] {
  const places = [""];
  for (const step of path) places.push(`${places.at(-1)}\0${step}`);
  return places;
}
