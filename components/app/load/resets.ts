import type { Path } from "./path";
import { isMap, type Tree, type TreeMap } from "./tree";

/** Takes out of a model what `!reset` and `!override` of the next file name. Entries of lists stay. */
export function applyResets(model: TreeMap, resets: readonly Path[]): void {
  for (const path of resets) {
    let at: Tree | undefined = model;
    for (const step of path.slice(0, -1)) at = isMap(at) && typeof step === "string" ? at[step] : undefined;
    const last = path.at(-1);
    if (isMap(at) && typeof last === "string") delete at[last];
  }
}
