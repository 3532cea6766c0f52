import { type Cursor, isBlankOrBreak, YamlError } from "./cursor";

const NAME = /[^\s:,[\]{}\u0085\ufeff]+/y;
const AFTER_NAME = new Set([..."?:,]}%@`"].map(character => character.charCodeAt(0)));
const TAG = /!(?:<([^>\s]+)>|([\w-]*!)?([\w\-;/?:@&=+$.~*'()%#!]*))/y;

/** Reads the name after `&` or `*`. */
export function scanName(cursor: Cursor): string {
  const start = cursor.at;
  NAME.lastIndex = start + 1;
  const name = NAME.exec(cursor.text)?.[0] ?? "";
  cursor.at = start + 1 + name.length;
  if (name === "" || !(isBlankOrBreak(cursor.code()) || AFTER_NAME.has(cursor.code()))) {
    throw new YamlError(start, "an anchor or alias has no valid name", "put quotes around the text");
  }
  return name;
}

/** Reads a tag; `handles` are those that `%TAG` lines have defined. */
export function scanTag(cursor: Cursor, handles: ReadonlyMap<string, string>): string {
  const start = cursor.at;
  TAG.lastIndex = start;
  const match = TAG.exec(cursor.text);
  const [all = "", verbatim, handle, suffix = ""] = match ?? [];
  cursor.at += all.length;
  if (match === null || !isBlankOrBreak(cursor.code())) throw new YamlError(start, "a tag is not valid");
  if (verbatim !== undefined) return verbatim;
  if (handle === undefined)
    return handles.get("!") === undefined ? `!${suffix}` : `${handles.get("!")}${suffix}`;
  if (handle === "!") return `${handles.get("!!") ?? "!!"}${suffix}`;
  const prefix = handles.get(`!${handle}`);
  if (prefix === undefined) throw new YamlError(start, `the tag handle !${handle} is not defined`);
  return prefix + suffix;
}
