import { isAbsolute, relative } from "node:path";
import type { Position } from "../../components/lib/issues";

/** A file's path as it is shown: from the current folder when it lies inside, with `/`. */
export function shownPath(file: string, directory: string): string {
  if (!isAbsolute(file)) return file.replaceAll("\\", "/");
  const short = relative(directory, file);
  return (short === "" || short.startsWith("..") ? file : short).replaceAll("\\", "/");
}

/** `compose.yaml:12:5`. */
export function shownPosition({ file, line, column }: Position, directory: string): string {
  return `${shownPath(file, directory)}:${line}:${column}`;
}
