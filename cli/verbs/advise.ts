import { adviceMarkdown } from "../advise/advice-markdown";
import { adviceText } from "../advise/advice-text";
import { FACT_OPTIONS, givenFacts } from "../advise/fact-options";
import { makeAdvice } from "../advise/make-advice";
import { EXIT } from "../exit-code";
import { defineVerb } from "../verb";
import { STACK_OPTIONS, stackRequest } from "./stack-options";

/** `towpath advise`. */
export const advise = defineVerb({
  name: "advise",
  summary: "Which target fits this app and its team, and why?",
  about:
    "Weighs numbered rules over the Compose files, the prices and what you say of the team and its load, and names " +
    "the path that fits, the figures it rests on, and the numbers that would change the answer.",
  options: {
    ...STACK_OPTIONS,
    ...FACT_OPTIONS,
    format: {
      kind: "text",
      choices: ["text", "json", "markdown"],
      about: "Form of the answer; markdown is for pages and pull requests. Default: text",
    },
  },
  run: ({ format = "text", ...values }, _, context) => {
    const advice = makeAdvice(stackRequest(values, context), givenFacts(values), context);
    const forms = {
      text: () => adviceText(advice, context.style),
      json: () => `${JSON.stringify(advice, undefined, 2)}\n`,
      markdown: () => adviceMarkdown(advice),
    };
    context.write(forms[format]());
    return EXIT.fine;
  },
});
