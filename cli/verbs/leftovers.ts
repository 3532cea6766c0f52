import { InvalidInput } from "../../components/lib/issues";
import { EXIT } from "../exit-code";
import { classify } from "../leftovers/classify";
import { knownArns } from "../leftovers/known-arns";
import { leftoverLines } from "../leftovers/leftover-lines";
import { taggedInAccount } from "../leftovers/tagged-in-account";
import { openStack } from "../stack/open-stack";
import { defineVerb } from "../verb";
import { STACK_OPTIONS, stackRequest } from "./stack-options";

/** `towpath leftovers`. Reads an account by its tags and removes nothing. */
export const leftovers = defineVerb({
  name: "leftovers",
  summary: "What a destroyed stack left in the account, found by its tags",
  about:
    "Lists everything in the stack's region that carries its tags, why it is there, and the command that removes it; " +
    "it removes nothing itself. Run it after a destroy, or with --state to leave out what the stack still has. " +
    "Needs the AWS CLI and someone who may read tags. Ends with 2 when something is left that was not kept on purpose.",
  options: {
    ...STACK_OPTIONS,
    state: {
      kind: "text",
      value: "FILE",
      about:
        "The stack's state from pulumi stack export; what it knows is no leftover. Default: it is destroyed",
    },
    format: { kind: "text", choices: ["text", "json"], about: "Form of the answer. Default: text" },
  },
  run: async ({ state, format = "text", ...values }, _, context) => {
    const { directory, environment, style } = context;
    const request = stackRequest(values, context);
    const { settings, planned } = openStack(request, environment);
    if (settings.target === "cluster") {
      const wrong = "cluster, of which nothing is made in AWS";
      throw new InvalidInput([
        { path: "towpath:target", wrong, instead: "look with: kubectl get all --all-namespaces" },
      ]);
    }
    const known = knownArns(state, directory);
    context.progress("asking AWS");
    const { name: project } = planned.loaded.app;
    const { region } = settings;
    const search = { region, project, stack: request.stack, environment };
    const left = classify(await taggedInAccount(search), known);
    const text = () => leftoverLines(left, style).join("\n");
    context.write(`${format === "json" ? JSON.stringify(left, undefined, 2) : text()}\n`);
    return left.some(one => one.state === "leftover") ? EXIT.policyViolation : EXIT.fine;
  },
});
