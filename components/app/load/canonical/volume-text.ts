import { mapOf, type Tree, type TreeMap } from "../tree";

/** `services.*.volumes[]` in its short form, taken apart. */
export interface ShortVolume {
  source?: string;
  target: string;
  options: readonly string[];
}

const PROPAGATION = new Set(["rprivate", "private", "rshared", "shared", "rslave", "slave"]);
const SELINUX = new Set(["z", "Z"]);

/** Splits `[source:]target[:options]`; a drive letter's colon does not count. A text says what is wrong. */
export function shortVolume(text: string): ShortVolume | string {
  if (text === "") return "the volume is empty";
  if (text.length <= 2) return { target: text, options: [] };
  const parts = split(text);
  if (parts.includes("")) return "there is nothing between two colons";
  if (parts.length > 3) return "there are too many colons";
  const [first = "", second, options] = parts;
  if (second === undefined) return { target: first, options: [] };
  return { source: first, target: second, options: options?.split(",") ?? [] };
}

/** The long form of what a short form says. */
export function longVolume(volume: ShortVolume, text: string): TreeMap {
  const bind: [string, Tree][] = [];
  for (const option of volume.options) {
    if (PROPAGATION.has(option)) bind.push(["propagation", option]);
    if (SELINUX.has(option)) bind.push(["selinux", option]);
  }
  const { source } = volume;
  const path = source !== undefined && isPath(source);
  const entries: [string, Tree][] = [["type", path ? "bind" : "volume"]];
  if (source !== undefined) entries.push(["source", source]);
  entries.push(["target", volume.target]);
  const access = volume.options.filter(option => option === "ro" || option === "rw").at(-1);
  if (access === "ro") entries.push(["read_only", true]);
  if (path) bind.push(["create_host_path", true]);
  if (bind.length > 0) entries.push(["bind", mapOf(bind)]);
  const nocopy: [string, Tree][] = volume.options.includes("nocopy") ? [["nocopy", true]] : [];
  if (nocopy.length > 0 || (!path && text.length > 2)) entries.push(["volume", mapOf(nocopy)]);
  return mapOf(entries);
}

/** Whether a source is a path rather than a name: `./x`, `/x`, `~/x`, `C:\x`, `\\.\pipe\x`. */
function isPath(source: string): boolean {
  return /^[./~]/.test(source) || source.startsWith("\\\\") || /^\p{L}:/u.test(source);
}

function split(text: string): string[] {
  const parts: string[] = [];
  let part = "";
  let braces = 0;
  for (let index = 0; index < text.length; index++) {
    const character = text[index] ?? "";
    if (character === "$" && text[index + 1] === "{") braces += 1;
    if (character === "}" && braces > 0) braces -= 1;
    if (character === ":" && braces === 0 && !/^\p{L}$/u.test(part)) {
      parts.push(part);
      part = "";
    } else part += character;
  }
  return [...parts, part];
}
