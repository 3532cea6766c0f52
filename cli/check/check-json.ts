import { shownPath } from "../terminal/location";
import { type Finding, isFailure, type Workload } from "./finding";

/** Findings as documented in docs/cli.md. */
export function checkJson(
  findings: readonly Finding[],
  targets: readonly Workload[],
  directory: string,
): string {
  const told = findings.map(({ at, ...finding }) => ({
    ...finding,
    ...(at && { at: { ...at, file: shownPath(at.file, directory) } }),
  }));
  return `${JSON.stringify({ valid: !findings.some(isFailure), targets, findings: told }, undefined, 2)}\n`;
}
