import { posix } from "node:path";

/** The shortest path of the same meaning; unlike Node's it never ends in `/`. */
export function cleanPath(path: string): string {
  const clean = posix.normalize(path);
  return clean.length > 1 && clean.endsWith("/") ? clean.slice(0, -1) : clean;
}

/** Joins and cleans; empty parts do not count. */
export function joinPath(...parts: string[]): string {
  const present = parts.filter(part => part !== "");
  return present.length === 0 ? "" : cleanPath(present.join("/"));
}

/** How to get from one absolute folder to another path; `.` when they are the same. */
export function relativePath(from: string, to: string): string {
  const path = posix.relative(from, to);
  return path === "" ? "." : path;
}

/** Whether a path is absolute on Windows: `C:\x`, `\\host\share`. Such a path is left as it is. */
export function isWindowsAbsolute(path: string): boolean {
  return /^.:[\\/]/.test(path) || /^[\\/]{2}[^\\/]/.test(path);
}
