import type { Path } from "../path";
import { type Pattern, under } from "../pattern";
import type { Problems } from "../problems";
import { emptyMap, isList, isMap, type Tree, type TreeMap } from "../tree";
import { CASTS, type Cast } from "./casts";
import { InvalidTemplate, type Lookup, MissingVariable, substitute } from "./template";

/** What interpolation needs besides the tree. */
export interface Interpolation {
  readonly lookup: Lookup;
  readonly problems: Problems;
  readonly unset: (name: string) => void;
}

/** Puts variables into every text of a document; texts where a number or a boolean belongs become one. */
export function interpolate(tree: TreeMap, interpolation: Interpolation): TreeMap {
  return map(tree, [], CASTS, interpolation);
}

function visit(tree: Tree, path: Path, casts: Pattern<Cast> | undefined, how: Interpolation): Tree {
  if (typeof tree === "string") return text(tree, path, casts?.rule, how);
  if (isList(tree))
    return tree.map((entry, index) => visit(entry, [...path, index], under(casts, index), how));
  return isMap(tree) ? map(tree, path, casts, how) : tree;
}

function map(tree: TreeMap, path: Path, casts: Pattern<Cast> | undefined, how: Interpolation): TreeMap {
  const result = emptyMap();
  for (const key in tree) result[key] = visit(tree[key] ?? null, [...path, key], under(casts, key), how);
  return result;
}

function text(source: string, path: Path, cast: Cast | undefined, how: Interpolation): Tree {
  const value = substituted(source, path, how);
  if (cast === undefined || value === undefined) return value ?? "";
  const casted = cast.read(value);
  if (casted !== undefined) return casted;
  how.problems.add(
    path,
    `${value === "" ? "an empty text" : `\`${value}\``} is no ${cast.name}`,
    `write ${cast.example}`,
  );
  return null;
}

function substituted(source: string, path: Path, how: Interpolation): string | undefined {
  try {
    return substitute(source, how.lookup, how.unset);
  } catch (error) {
    if (error instanceof InvalidTemplate) {
      how.problems.add(path, `\`${shortened(error.template)}\` is no valid template`, "write `$$` for a dollar sign");
    } else if (error instanceof MissingVariable) {
      const reason = error.reason === "" ? "" : `: ${error.reason}`;
      how.problems.add(
        path,
        `${error.message}${reason}`,
        `set ${error.variable} in the environment or an env file`,
      );
    } else throw error;
    return undefined;
  }
}

function shortened(template: string): string {
  return template.length > 80 ? `${template.slice(0, 80)}…` : template;
}
