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

/** Undefined for a value that cannot be read; it is left out, so that it is told only once. */
function visit(
  tree: Tree,
  path: Path,
  casts: Pattern<Cast> | undefined,
  how: Interpolation,
): Tree | undefined {
  if (typeof tree === "string") return text(tree, path, casts?.rule, how);
  if (isMap(tree)) return map(tree, path, casts, how);
  if (!isList(tree)) return tree;
  return tree.flatMap((entry, index) => {
    const value = visit(entry, [...path, index], under(casts, index), how);
    return value === undefined ? [] : [value];
  });
}

function map(tree: TreeMap, path: Path, casts: Pattern<Cast> | undefined, how: Interpolation): TreeMap {
  const result = emptyMap();
  for (const key in tree) {
    const value = visit(tree[key] ?? null, [...path, key], under(casts, key), how);
    if (value !== undefined) result[key] = value;
  }
  return result;
}

function text(source: string, path: Path, cast: Cast | undefined, how: Interpolation): Tree | undefined {
  const value = substituted(source, path, how);
  if (cast === undefined || value === undefined) return value;
  const casted = cast.read(value);
  if (casted === undefined) {
    const wrong = `${value === "" ? "an empty text" : `\`${value}\``} is no ${cast.name}`;
    how.problems.add(path, wrong, `write ${cast.example}`);
  }
  return casted;
}

function substituted(source: string, path: Path, how: Interpolation): string | undefined {
  try {
    return substitute(source, how.lookup, how.unset);
  } catch (error) {
    if (error instanceof InvalidTemplate) {
      how.problems.add(
        path,
        `\`${shortened(error.template)}\` is no valid template`,
        "write `$$` for a dollar sign",
      );
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
