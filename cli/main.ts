import pico from "picocolors";
import { InvalidInput } from "../components/lib/issues";
import type { Context } from "./context";
import { EXIT, type ExitCode } from "./exit-code";
import { findVerb } from "./find-verb";
import { RefusedByProgram } from "./refused-by-program";
import { issuesText } from "./terminal/issues-text";
import { printable } from "./terminal/printable";
import { styleFor } from "./terminal/style";
import { helpText } from "./verbs/help-text";

/** Runs one command line in this process; never throws. */
export async function main(args: readonly string[]): Promise<ExitCode> {
  quietBrokenPipe();
  try {
    return await run(args, contextOf(process));
  } catch (error) {
    return explain(error);
  }
}

async function run(args: readonly string[], context: Context): Promise<ExitCode> {
  const [word = "help", ...rest] = args;
  const asksHelp = word === "--help" || word === "-h";
  const verb = await findVerb(asksHelp ? "help" : word);
  if (!rest.includes("--help") && !rest.includes("-h")) return verb.run(rest, context);
  context.write(helpText(verb, context.style));
  return EXIT.fine;
}

function contextOf(here: NodeJS.Process): Context {
  const environment = Object.fromEntries(
    Object.entries(here.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
  return {
    directory: here.cwd(),
    environment,
    today: new Date().toISOString().slice(0, 10),
    style: styleFor(pico.isColorSupported && here.stdout.isTTY === true),
    write: text => here.stdout.write(text),
    progress: step => {
      if (here.stderr.isTTY) here.stderr.write(`${step}…\n`);
    },
  };
}

/** Prints why a run failed. What the user can put right is listed; the rest is ours, and one line. */
function explain(error: unknown): ExitCode {
  const style = styleFor(pico.isColorSupported && process.stderr.isTTY === true);
  if (error instanceof InvalidInput) {
    process.stderr.write(issuesText(error.issues, style, process.cwd()));
    return EXIT.invalidInput;
  }
  if (error instanceof RefusedByProgram) {
    const problems = error.message
      .split("\n")
      .map(problem => `${style.red("error")} ${printable(problem)}\n`);
    process.stderr.write(problems.join(""));
    return EXIT.invalidInput;
  }
  const debug = process.env.TOWPATH_DEBUG === "1" && error instanceof Error;
  const message = error instanceof Error ? error.message.split("\n")[0] : String(error);
  process.stderr.write(
    `towpath: internal error: ${message}\n` +
      "Please report it with the command that you ran; TOWPATH_DEBUG=1 shows where it happened.\n",
  );
  if (debug) process.stderr.write(`${error.stack}\n`);
  return EXIT.internal;
}

/** `towpath … | head` is no failure. */
function quietBrokenPipe(): void {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(EXIT.fine);
    throw error;
  });
}
