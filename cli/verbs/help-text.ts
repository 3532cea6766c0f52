import type { Option } from "../arguments/option";
import { columns } from "../terminal/columns";
import type { Style } from "../terminal/style";
import { paragraph, WIDTH, wrap } from "../terminal/wrap";
import type { Verb } from "../verb";

const NAME_WIDTH = 24;

/** `towpath <verb> --help`. */
export function helpText(verb: Verb, style: Style): string {
  const operand = verb.operand === undefined ? "" : ` ${verb.operand}…`;
  const options = Object.entries(verb.options);
  const listed = [...options, ["help", { kind: "flag", about: "Show this" }] as const];
  return `${[
    `${style.bold("towpath")} ${style.bold(verb.name)}${operand}${options.length > 0 ? " [options]" : ""}`,
    "",
    ...paragraph(verb.about, 0),
    "",
    style.bold("Options"),
    ...listed.flatMap(([name, option]) => optionLines(name, option)),
    "",
    ...EXIT_LINES,
  ].join("\n")}\n`;
}

/** `towpath help`. */
export function overviewText(verbs: readonly Verb[], style: Style): string {
  return `${[
    `${style.bold("towpath")}: one Compose file, on a Docker host or on Kubernetes`,
    "",
    style.bold("Commands"),
    ...commandLines(verbs),
    "",
    "towpath help <command> shows a command's options. Through npm: npm run towpath -- <command>.",
    "",
    ...EXIT_LINES,
  ].join("\n")}\n`;
}

function commandLines(verbs: readonly Verb[]): string[] {
  const rows = verbs.map(({ name, summary }) => [`  ${name}`, summary]);
  const whole = { align: "left", most: WIDTH } as const;
  return columns(rows, [whole, whole]);
}

const EXIT_LINES = [
  "Ends with 0 when all is fine, 1 invalid input, 2 policy violation, 3 internal error,",
  "4 failed on the host.",
];

function optionLines(name: string, option: Option): string[] {
  const value = option.choices?.join("|") ?? option.value;
  const more = option.kind === "list" ? "…" : "";
  const head = `  --${name}${value === undefined ? "" : ` ${value}${more}`}`;
  const about = wrap(option.about, WIDTH - NAME_WIDTH - 2);
  const indent = " ".repeat(NAME_WIDTH + 2);
  if (head.length > NAME_WIDTH) return [head, ...about.map(line => indent + line)];
  return about.map((line, index) => (index === 0 ? head.padEnd(indent.length) : indent) + line);
}
