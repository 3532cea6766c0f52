import type { Path } from "../path";
import type { Problems } from "../problems";
import type { Tree } from "../tree";

/** Where a value stands, and where to tell that it does not fit. */
export interface At {
  readonly path: Path;
  readonly problems: Pick<Problems, "add" | "touch">;
}

/** Reads one key of the canonical model. */
export interface Field {
  /** Undefined when the key is left out, as what is empty or equal to the default is. */
  readonly read: (value: Tree, at: At) => unknown;
  /** What stands there when the key is not written. Default: nothing. */
  readonly absent?: () => unknown;
}

/** Notes a value that does not fit, unless an earlier pass has; leaves the key out. */
export function misfit(at: At, wrong: string, instead: string): undefined {
  if (!at.problems.touch(at.path)) at.problems.add(at.path, wrong, instead);
  return undefined;
}

/** The place of an entry. */
export function below(at: At, step: string | number): At {
  return { path: [...at.path, step], problems: at.problems };
}
