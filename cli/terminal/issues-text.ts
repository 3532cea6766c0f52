import { formatIssue, type Issue } from "../../components/lib/issues";
import { Excerpts } from "./excerpt";
import { shownPosition } from "./location";
import { printable } from "./printable";
import type { Style } from "./style";

/** Every problem as `path: what is wrong; what to write instead`, with where it stands and the line itself. */
export function issuesText(issues: readonly Issue[], style: Style, directory: string): string {
  const excerpts = new Excerpts();
  const count = issues.length === 1 ? "1 problem" : `${issues.length} problems`;
  const lines = issues.flatMap(issue => [
    `${style.red("error")} ${printable(formatIssue(issue))}`,
    ...(issue.at === undefined ? [] : excerptLines(issue.at, excerpts, style, directory)),
  ]);
  return `${[...lines, "", style.bold(count)].join("\n")}\n`;
}

/** `--> file:line:column`, the line, and a mark under the place. */
export function excerptLines(
  at: NonNullable<Issue["at"]>,
  excerpts: Excerpts,
  style: Style,
  directory: string,
): string[] {
  const margin = " ".repeat(String(at.line).length + 2);
  const head = `${margin}${style.dim("-->")} ${printable(shownPosition(at, directory))}`;
  const excerpt = excerpts.at(at);
  if (excerpt === undefined) return [head];
  return [
    head,
    `  ${style.dim(`${at.line} |`)} ${excerpt.text}`,
    `${margin} ${style.dim("|")} ${" ".repeat(excerpt.offset)}${style.red("^")}`,
  ];
}
