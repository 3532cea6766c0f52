import type { Path } from "../path";
import { type Pattern, under } from "../pattern";
import type { Problems } from "../problems";
import { isList, isMap, type Tree, type TreeMap } from "../tree";
import { LONG_FORMS, type LongForm } from "./long-forms";

/** Spells out every short form of a model. Changes the model; doing it twice changes nothing more. */
export function canonical(model: TreeMap, problems: Problems, warn: (text: string) => void): void {
  const say = { problems, warn };
  for (const key in model) model[key] = visit(model[key] ?? null, [key], under(LONG_FORMS, key), say);
}

type Say = { readonly problems: Problems; readonly warn: (text: string) => void };

function visit(value: Tree, path: Path, at: Pattern<LongForm> | undefined, say: Say): Tree {
  if (at === undefined) return value;
  const made = at.rule === undefined ? value : at.rule(value, { path, ...say });
  if (isMap(made)) {
    for (const key in made) made[key] = visit(made[key] ?? null, [...path, key], under(at, key), say);
  } else if (isList(made)) {
    return made.map((entry, index) => visit(entry, [...path, index], under(at, index), say));
  }
  return made;
}
