/** The tag of what a destroy leaves in the account on purpose; its value says what that is. */
export const KEPT_TAG = "towpath:kept";

/** The tags of something that is kept on purpose, if it is. */
export function keptTags(kept: boolean, what: string): Readonly<Record<string, string>> {
  return kept ? { [KEPT_TAG]: what } : {};
}
