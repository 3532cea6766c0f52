import { decide } from "./decide";
import { type Facts, type Lever, leverOf, withLever } from "./facts";
import { PATHS, type Path, rankOf } from "./paths";
import { onScale, type Scale } from "./rule";
import { RULES } from "./rules";

/** One number that would have to be another. */
export interface Change {
  /** Number of the rule that turns on it. */
  readonly rule: number;
  readonly lever: Lever;
  readonly unit: string;
  readonly from: number;
  readonly to: number;
}

/** The fewest changes that lead to another answer. */
export interface Flip {
  readonly to: Path;
  readonly changes: readonly Change[];
}

/** More changes than this at once are another app. */
const MOST_CHANGES = 4;
/** Ways to another answer that are told. */
const SHOWN = 4;

/** For each other path that any change of numbers leads to, the smallest ones. */
export function flips(facts: Facts): readonly Flip[] {
  const now = decide(facts).path;
  const changes = [...scaleChanges(facts), ...budgetChanges(facts), ...listChanges(facts)];
  return PATHS.filter(path => path !== now).flatMap(to =>
    smallest(facts, to, changes).map(set => ({ to, changes: set })),
  );
}

/** For each scale, the nearest number on each other step of it, the nearest step first. */
function scaleChanges(facts: Facts): readonly Change[] {
  return RULES.flatMap(({ number, scale }) => {
    if (scale === undefined) return [];
    const from = leverOf(facts, scale.lever);
    const here = onScale(scale, from);
    const distance = (path: Path) => Math.abs(rankOf(path) - rankOf(here));
    return PATHS.filter(path => path !== here && isOn(scale, path))
      .sort((a, b) => distance(a) - distance(b))
      .map(path => ({
        ...{ rule: number, lever: scale.lever, unit: scale.unit, from },
        to: nearestOn(scale, path, from),
      }));
  });
}

/** A budget that just pays for a path. */
function budgetChanges({ costs, team }: Facts): readonly Change[] {
  const rule = RULES.find(({ id }) => id === "budget")?.number ?? 0;
  return PATHS.map(path => Math.ceil(costs[path]))
    .filter(to => to > team.budgetUsd)
    .map(to => ({ rule, lever: "budgetUsd", unit: "USD a month", from: team.budgetUsd, to }));
}

/** A file without what rules a path out. */
function listChanges(facts: Facts): readonly Change[] {
  return RULES.flatMap(({ number, ruledOutBy }) => {
    if (ruledOutBy === undefined) return [];
    const from = leverOf(facts, ruledOutBy.lever);
    return from === 0 ? [] : [{ rule: number, ...ruledOutBy, from, to: 0 }];
  });
}

/** Whether any number of the scale points to the path. */
function isOn({ upTo: [docker, k3s] }: Scale, path: Path): boolean {
  return path !== "k3s" || docker < k3s;
}

function nearestOn({ upTo: [docker, k3s], step }: Scale, path: Path, from: number): number {
  const beyond = (limit: number) => Math.round((limit + step) * 100) / 100;
  switch (path) {
    case "docker":
      return docker;
    case "k3s":
      return from <= docker ? beyond(docker) : k3s;
    case "eks":
      return beyond(k3s);
    default:
      return path satisfies never;
  }
}

/** The sets of fewest changes whose answer is `to`, the first few of them. */
function smallest(facts: Facts, to: Path, changes: readonly Change[]): readonly (readonly Change[])[] {
  for (let size = 1; size <= MOST_CHANGES; size += 1) {
    const found = [...subsets(changes, size)].filter(set => decide(changedBy(facts, set)).path === to);
    if (found.length > 0) return distinct(found).slice(0, SHOWN);
  }
  return [];
}

/** Of the sets that turn on the same numbers, the first, whose numbers are the nearest. */
function distinct(sets: readonly (readonly Change[])[]): readonly (readonly Change[])[] {
  const levers = (set: readonly Change[]) => set.map(({ lever }) => lever).join();
  return sets.filter((set, index) => sets.findIndex(other => levers(other) === levers(set)) === index);
}

function changedBy(facts: Facts, set: readonly Change[]): Facts {
  return set.reduce((all, { lever, to }) => withLever(all, lever, to), facts);
}

/** All sets of so many changes, one a number. */
function* subsets(changes: readonly Change[], size: number, start = 0): Generator<readonly Change[]> {
  if (size === 0) {
    yield [];
    return;
  }
  for (const [offset, change] of changes.slice(start).entries()) {
    const rest = changes.slice(start + offset + 1).filter(({ lever }) => lever !== change.lever);
    for (const set of subsets(rest, size - 1)) yield [change, ...set];
  }
}
