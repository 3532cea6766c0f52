import { InvalidInput, type Issue, type Position } from "../../lib/issues";
import { type Path, pathText } from "./path";

type Where = (path: Path) => Position | undefined;

interface Found {
  readonly issues: Map<string, Issue>;
  readonly paths: Path[];
}

/** Gathers everything that is wrong with the input, so that it can be told at once. */
export class Problems {
  constructor(
    private readonly where: Where,
    private readonly found: Found = { issues: new Map(), paths: [] },
  ) {}

  /** The same problems, for a part of the input whose paths are looked up elsewhere. */
  lookedUpBy(where: Where): Problems {
    return new Problems(where, this.found);
  }

  /** Notes a problem at a path of the model; the same text at the same path is kept once. */
  add(path: Path, wrong: string, instead: string, at = this.where(path)): void {
    const text = pathText(path);
    const key = `${text}\n${wrong}`;
    if (this.found.issues.has(key)) return;
    const issue = { path: text, wrong, instead };
    this.found.issues.set(key, at === undefined ? issue : { ...issue, at });
    this.found.paths.push(path);
  }

  /** Runs a step, and notes what it refuses instead of stopping. Undefined when it refuses. */
  attempt<T>(step: () => T): T | undefined {
    try {
      return step();
    } catch (error) {
      if (!(error instanceof InvalidInput)) throw error;
      for (const issue of error.issues) this.found.issues.set(`${issue.path}\n${issue.wrong}`, issue);
      return undefined;
    }
  }

  get any(): boolean {
    return this.found.issues.size > 0;
  }

  /** Whether something at or below a path is wrong, so that what follows from it need not be told. */
  touch(path: Path): boolean {
    return this.found.paths.some(other => path.every((step, index) => other[index] === step));
  }

  /** @throws InvalidInput with all that was noted, when there is anything. */
  throwIfAny(): void {
    if (this.any) throw new InvalidInput(inReadingOrder([...this.found.issues.values()]));
  }
}

/** File by file in the order in which they first had a problem, and from top to bottom. */
function inReadingOrder(issues: readonly Issue[]): Issue[] {
  const files = [...new Set(issues.map(({ at }) => at?.file))];
  return issues.toSorted(
    (a, b) =>
      files.indexOf(a.at?.file) - files.indexOf(b.at?.file) ||
      (a.at?.line ?? 0) - (b.at?.line ?? 0) ||
      (a.at?.column ?? 0) - (b.at?.column ?? 0),
  );
}

/** Stops at once, for a problem after which nothing more can be said about a file. */
export function refuse(path: Path, wrong: string, instead: string, at?: Position): never {
  const issue = { path: pathText(path), wrong, instead };
  throw new InvalidInput([at === undefined ? issue : { ...issue, at }]);
}
