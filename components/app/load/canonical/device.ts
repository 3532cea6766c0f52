import { mapOf } from "../tree";
import type { LongForm } from "./long-forms";

/** `devices: ["/dev/x:/dev/y:rwm"]`. */
export const longDevice: LongForm = (value, { path, problems }) => {
  if (typeof value !== "string") return value;
  const [source = "", target = "", permissions = "rwm", ...more] = value.split(":");
  if (more.length > 0) {
    problems.add(path, `\`${value}\` has too many colons`, "write `source:target:permissions`");
  }
  return mapOf([
    ["source", source],
    ["target", target === "" ? source : target],
    ["permissions", permissions],
  ]);
};
