import { isInteger, isList, isMap, type Tree } from "../tree";
import type { LongForm } from "./long-forms";
import { shortPorts } from "./port-text";

/** `ports` as texts and numbers; a range becomes one entry a port. */
export const longPorts: LongForm = (value, { path, problems }) => {
  if (!isList(value)) return value;
  return value.flatMap((entry, index): Tree[] => {
    if (isMap(entry)) return [entry];
    const text = typeof entry === "string" || isInteger(entry) ? String(entry) : undefined;
    const ports = text === undefined ? "a port is a whole number" : shortPorts(text);
    if (typeof ports !== "string") return ports;
    problems.add([...path, index], ports, "write `[address:][host:]container[/protocol]`, e.g. `8080:80`");
    return [];
  });
};
