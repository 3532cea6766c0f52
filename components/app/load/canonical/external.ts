import { pathText } from "../path";
import { isMap, sameTree } from "../tree";
import type { LongForm } from "./long-forms";

/** `external: {name: x}`, the old form of `external: true` and `name: x`. */
export const longExternal: LongForm = (value, { path, problems, warn }) => {
  if (!isMap(value) || !isMap(value.external)) return value;
  const { name } = value.external;
  value.external = true;
  if (name === undefined) return value;
  warn(`${pathText(path)}: external.name is deprecated; write name and external: true`);
  if (value.name !== undefined && !sameTree(value.name, name)) {
    problems.add(path, "name and external.name differ", "write only name");
  }
  value.name ??= name;
  return value;
};
