import type { Support } from "../verdict";

/** Means on the target what it means in Compose. */
export const same = (note: string): Support => ({ verdict: "same", note });

/** Means the same by other means, or in part. */
export const adapted = (note: string): Support => ({ verdict: "adapted", note });

/** Left out, and why that is harmless. */
export const ignored = (note: string): Support => ({ verdict: "ignored", note });

/** Not accepted; the note says what to write instead. */
export const refused = (note: string): Support => ({ verdict: "refused", note });
