import { Excerpts } from "../terminal/excerpt";
import { excerptLines } from "../terminal/issues-text";
import { printable } from "../terminal/printable";
import type { Style } from "../terminal/style";
import { paragraph } from "../terminal/wrap";
import { type Finding, isFailure, WORKLOADS } from "./finding";

const COLOURS: Readonly<Record<Finding["outcome"], "red" | "yellow" | "cyan" | "dim">> = {
  invalid: "red",
  refused: "red",
  warning: "yellow",
  withheld: "yellow",
  adapted: "cyan",
  ignored: "dim",
};

/** Findings in the order of the file, those about one place together, each with the line that it is about. */
export function checkText(findings: readonly Finding[], style: Style, directory: string): string {
  const excerpts = new Excerpts();
  const places = byPlace(findings).flatMap(([first, ...more]) => [
    printable(first.path || "(whole file)"),
    ...(first.at === undefined ? [] : excerptLines(first.at, excerpts, style, directory)),
    ...[first, ...more].flatMap(finding => findingLines(finding, style)),
    "",
  ]);
  return `${[...places, ...summaryLines(findings, style)].join("\n")}\n`;
}

type Place = [Finding, ...Finding[]];

function byPlace(findings: readonly Finding[]): Place[] {
  const places = new Map<string, Place>();
  for (const finding of findings) {
    const { path, at } = finding;
    const key = `${at?.file}\n${at?.line}\n${at?.column}\n${path}`;
    const place = places.get(key);
    if (place === undefined) places.set(key, [finding]);
    else place.push(finding);
  }
  return [...places.values()].sort(([{ at: a }], [{ at: b }]) => {
    if (a === undefined || b === undefined) return (a === undefined ? 0 : 1) - (b === undefined ? 0 : 1);
    if (a.file !== b.file) return a.file < b.file ? -1 : 1;
    return a.line - b.line || a.column - b.column;
  });
}

function findingLines({ outcome, target, message }: Finding, style: Style): string[] {
  const whose = target === undefined ? "" : ` on ${target}`;
  const [first = "", ...rest] = paragraph(printable(message), 2, `${outcome}${whose}: `);
  const head = `  ${outcome}`;
  return [`  ${style[COLOURS[outcome]](outcome)}${first.slice(head.length)}`, ...rest];
}

function summaryLines(findings: readonly Finding[], style: Style): string[] {
  const count = (of: readonly Finding[], outcome: Finding["outcome"]) =>
    of.filter(finding => finding.outcome === outcome).length;
  const invalid = count(findings, "invalid");
  if (invalid > 0) return [style.bold(style.red(invalid === 1 ? "1 problem" : `${invalid} problems`))];
  const lines = WORKLOADS.flatMap(workload => {
    const own = findings.filter(({ target }) => target === workload);
    if (own.length === 0) return [];
    const told = (["refused", "withheld", "adapted", "ignored"] as const)
      .map(outcome => `${count(own, outcome)} ${outcome}`)
      .join(", ");
    return [`${workload}: ${own.some(isFailure) ? style.red(told) : told}`];
  });
  return lines.length === 0 ? [style.green("Everything stays as it is.")] : lines;
}
