import type { Path } from "../path";
import type { Problems } from "../problems";
import type { Tree } from "../tree";

/** Where a value stands, and where to tell that it does not fit. */
export interface At {
  readonly path: Path;
  readonly problems: Pick<Problems, "add">;
}

/** Reads one key of the canonical model. */
export interface Field {
  /** Undefined when the key is left out, as what is empty or equal to the default is. */
  readonly read: (value: Tree, at: At) => unknown;
  /** What stands there when the key is not written. Default: nothing. */
  readonly absent?: () => unknown;
}

/** Notes a value that does not fit, and leaves the key out. */
export function misfit(at: At, wrong: string, instead: string): undefined {
  at.problems.add(at.path, wrong, instead);
  return undefined;
}

/** The place of an entry. */
export function below(at: At, step: string | number): At {
  return { path: [...at.path, step], problems: at.problems };
}
