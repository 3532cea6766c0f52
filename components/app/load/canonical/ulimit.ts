import { isInteger, isMap } from "../tree";
import type { LongForm } from "./long-forms";

/** A ulimit has no short form, but it must be a whole number where it is no mapping. */
export const checkUlimit: LongForm = (value, { path, problems }) => {
  if (!isMap(value) && !isInteger(value)) {
    problems.add(path, "a limit is a whole number", "write a number, or `soft` and `hard`");
  }
  return value;
};
