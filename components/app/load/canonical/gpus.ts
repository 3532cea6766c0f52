import { mapOf } from "../tree";
import type { LongForm } from "./long-forms";

/** `gpus: all`. */
export const longGpus: LongForm = value => (typeof value === "string" ? [mapOf([["count", "all"]])] : value);
