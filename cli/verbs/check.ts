import { checkFiles } from "../check/check-files";
import { checkJson } from "../check/check-json";
import { checkSarif } from "../check/check-sarif";
import { checkText } from "../check/check-text";
import { isFailure, WORKLOADS } from "../check/finding";
import { EXIT } from "../exit-code";
import { defineVerb } from "../verb";
import { loadRequest, MODEL_OPTIONS } from "./model-options";

/** `towpath check FILE…`. Reads files only: no Pulumi, no network. */
export const check = defineVerb({
  name: "check",
  summary: "Is this valid Compose, and what becomes of each key?",
  about:
    "Checks Compose files, merged in the order in which they are named, and says what becomes of every key " +
    "that does not stay as it is: where it stands, the line, and what to write instead when it is refused. " +
    "Ends with 1 when the files are not valid or a target refuses a key.",
  operand: "FILE",
  options: {
    target: {
      kind: "text",
      choices: WORKLOADS,
      about: "Whose verdicts: Docker hosts or Kubernetes clusters. Default: both",
    },
    format: {
      kind: "text",
      choices: ["text", "json", "sarif"],
      about: "Form of the answer; sarif is for code scanning. Default: text",
    },
    ...MODEL_OPTIONS,
  },
  run: ({ target, format = "text", ...model }, files, context) => {
    const { directory, style } = context;
    const targets = target === undefined ? WORKLOADS : [target];
    const findings = checkFiles(loadRequest(files, model, context), targets);
    const forms = {
      text: () => checkText(findings, style, directory),
      json: () => checkJson(findings, targets, directory),
      sarif: () => checkSarif(findings, files, directory),
    };
    context.write(forms[format]());
    return findings.some(isFailure) ? EXIT.invalidInput : EXIT.fine;
  },
});
