import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Properties } from "./plain";

/** Where a test writes what somebody else changed in the account: type → top-level property → its new parts. */
export const OUTSIDE = "outside.json";

type Changes = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** The properties of a resource as they are now that somebody else had a hand in it; `folder` is the project's. */
export function changedOutside(type: string, properties: Properties, folder = process.cwd()): Properties {
  const path = join(folder, OUTSIDE);
  if (!existsSync(path)) return properties;
  const changes: Changes = JSON.parse(readFileSync(path, "utf8"));
  const own = Object.entries(changes[type] ?? {}).map(([key, value]) => {
    const before = properties[key];
    const isPart = typeof value === "object" && typeof before === "object";
    return [key, isPart ? { ...before, ...value } : value];
  });
  return { ...properties, ...Object.fromEntries(own) };
}
