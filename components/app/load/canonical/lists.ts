import { isList, mapOf } from "../tree";
import type { LongForm } from "./long-forms";

/** A text stands for a list of one. */
export const textToList: LongForm = value => (typeof value === "string" ? [value] : value);

/** As `textToList`, without what a variable left empty. */
export const withoutEmpty: LongForm = (value, at) => {
  const list = textToList(value, at);
  return isList(list) ? list.filter(entry => entry !== "" && entry !== null) : list;
};

/** A list of names stands for a mapping without options. */
export const namesToKeys: LongForm = value =>
  isList(value) ? mapOf(value.filter(name => typeof name === "string").map(name => [name, null])) : value;
