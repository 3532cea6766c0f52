import { readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { InvalidInput } from "../../components/lib/issues";
import { EXIT } from "../exit-code";
import { askAccount, type Search } from "../recover/ask-account";
import { decisionsOf } from "../recover/decisions";
import { recoverLines } from "../recover/recover-lines";
import { recoverState } from "../recover/recover-state";
import { type ExportedState, exportedState, pendingCreations } from "../recover/state";
import { openStack } from "../stack/open-stack";
import { defineVerb } from "../verb";
import { STACK_OPTIONS, stackRequest } from "./stack-options";

/** `towpath recover`. Reads an exported state and an account, and writes a file. */
export const recover = defineVerb({
  name: "recover",
  summary: "A state in which an update that was killed left creations half known, mended",
  about:
    "Reads a state of pulumi stack export after an update was killed, finds by name or by tags what was just being " +
    "created, and writes a state that knows it, for pulumi stack import; a refresh and an update then finish the " +
    "work. Changes nothing but that file. Needs the AWS CLI where something is found by tags. Ends with 2 when " +
    "somebody has to look for something.",
  options: {
    ...STACK_OPTIONS,
    state: { kind: "text", value: "FILE", about: "The state, from pulumi stack export. Default: state.json" },
    out: { kind: "text", value: "FILE", about: "Where to write the mended state. Default: recovered.json" },
    adopt: { kind: "list", value: "URN=ID", about: "What was created, and the id that you found it by" },
    forget: { kind: "list", value: "URN", about: "What you looked for and is not there" },
    format: { kind: "text", choices: ["text", "json"], about: "Form of the answer. Default: text" },
  },
  run: async (
    { state: path = "state.json", out = "recovered.json", format = "text", ...values },
    _,
    context,
  ) => {
    const { directory, environment, style } = context;
    const state = readState(resolve(directory, path), path);
    const request = stackRequest(values, context);
    const decisions = decisionsOf(values, state);
    const open = pendingCreations(state).filter(({ urn }) => !decisions.has(urn));
    if (open.length > 0) context.progress("asking AWS");
    const found = await askAccount(open, () => search(request, environment));
    const recovered = recoverState({ state, ...found }, decisions);
    writeFileSync(resolve(directory, out), `${JSON.stringify(recovered.state, undefined, 2)}\n`, {
      mode: 0o600,
    });
    const { outcomes } = recovered;
    const list = () => [...outcomes].map(([urn, outcome]) => ({ urn, ...outcome }));
    const text = () => recoverLines(outcomes, out, style).join("\n");
    context.write(`${format === "json" ? JSON.stringify(list(), undefined, 2) : text()}\n`);
    return [...outcomes.values()].some(({ kind }) => kind === "unclear") ? EXIT.policyViolation : EXIT.fine;
  },
});

function search(
  request: ReturnType<typeof stackRequest>,
  environment: Readonly<Record<string, string>>,
): Search {
  const { settings, planned } = openStack(request, environment);
  const { name: project } = planned.loaded.app;
  if (settings.target !== "cluster")
    return { region: settings.region, project, stack: request.stack, environment };
  const wrong = "cluster, but the state has something of AWS under way";
  throw new InvalidInput([
    { path: "towpath:target", wrong, instead: "name the stack of the state by --stack" },
  ]);
}

/** @throws InvalidInput when there is no file of pulumi stack export */
function readState(path: string, shown: string): ExportedState {
  try {
    return exportedState.parse(JSON.parse(readFileSync(path, "utf8")));
  } catch {
    const instead = "write it with: pulumi stack export --file state.json";
    throw new InvalidInput([{ path: "--state", wrong: `${shown} is not an exported state`, instead }]);
  }
}
