type Tags = Readonly<Record<string, string>>;

/** Tags that everything of a stack carries; together they tell it from every other. */
const OWNER = ["towpath:project", "towpath:stack"];

/**
 * The condition that what exists (`ResourceTag`) or is asked for (`RequestTag`) belongs to the stack. `more` must
 * hold too.
 */
export function ownedBy(
  tags: Tags,
  which: "ResourceTag" | "RequestTag",
  more: Readonly<Record<string, string | readonly string[]>> = {},
) {
  const own = OWNER.flatMap(key => (tags[key] === undefined ? [] : [[`aws:${which}/${key}`, tags[key]]]));
  return { StringEquals: { ...Object.fromEntries(own), ...more } };
}
