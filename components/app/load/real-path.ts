import { lstatSync, realpathSync } from "node:fs";

/** A path whose first symbolic link is followed; links that lead nowhere stay. */
export function realPath(path: string): string {
  const steps = path.split("/").filter(step => step !== "");
  for (let count = 1; count <= steps.length; count++) {
    const part = `/${steps.slice(0, count).join("/")}`;
    const stat = lstatSync(part, { throwIfNoEntry: false });
    if (stat === undefined) return path;
    if (stat.isSymbolicLink()) return follow(path, part);
  }
  return path;
}

function follow(path: string, link: string): string {
  try {
    return path.replace(link, realpathSync(link));
  } catch {
    return path;
  }
}
