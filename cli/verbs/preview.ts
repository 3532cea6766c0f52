import { EXIT } from "../exit-code";
import { makePreview } from "../preview/make-preview";
import { previewJson } from "../preview/preview-json";
import { previewMarkdown } from "../preview/preview-markdown";
import { previewText } from "../preview/preview-text";
import { summarisePolicies } from "../preview/summarise-policies";
import { defineVerb } from "../verb";
import { DATE_OPTION, dateOf, OUT_OPTION, STACK_OPTIONS, stackRequest } from "./stack-options";

/** `towpath preview`. */
export const preview = defineVerb({
  name: "preview",
  summary: "Show what a stack would be: resources, verdicts, policies, cost, files",
  about:
    "Runs the stack's real program without an account, a network or a Pulumi binary, and shows the resources, " +
    "what becomes of each Compose key, policy findings, the monthly cost, and where the rendered files are. " +
    "The same input gives the same bytes. Ends with 2 when a mandatory policy is violated.",
  options: {
    ...STACK_OPTIONS,
    ...OUT_OPTION,
    format: {
      kind: "text",
      choices: ["text", "json", "markdown"],
      about: "Form of the answer; markdown is for pull requests. Default: text",
    },
    ...DATE_OPTION,
  },
  run: async ({ out, format = "text", date, ...stack }, _, context) => {
    const request = stackRequest(stack, context);
    const made = await makePreview(
      { ...request, date: dateOf({ date }, context), out: out ?? `out/${request.stack}` },
      context,
    );
    const forms = {
      text: () => previewText(made, context.style),
      json: () => previewJson(made),
      markdown: () => previewMarkdown(made),
    };
    context.write(forms[format]());
    return summarisePolicies(made.policies).mandatory.length > 0 ? EXIT.policyViolation : EXIT.fine;
  },
});
