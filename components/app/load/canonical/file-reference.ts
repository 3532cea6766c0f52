import { mapOf } from "../tree";
import type { LongForm } from "./long-forms";

/** `secrets: [name]` and `configs: [name]`. */
export const longFileReference: LongForm = value =>
  typeof value === "string" ? mapOf([["source", value]]) : value;
