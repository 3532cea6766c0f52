import { mapOf } from "../tree";
import type { LongForm } from "./long-forms";

/** `extends: name` of the same file. */
export const longExtends: LongForm = value =>
  typeof value === "string" ? mapOf([["service", value]]) : value;
