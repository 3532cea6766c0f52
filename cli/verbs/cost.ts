import { EXIT } from "../exit-code";
import { costOf } from "../preview/cost-of";
import { registeredBy } from "../preview/registered-by";
import { costLines } from "../preview/text/cost-lines";
import { openStack } from "../stack/open-stack";
import { defineVerb } from "../verb";
import { DATE_OPTION, dateOf, STACK_OPTIONS, stackRequest } from "./stack-options";

/** `towpath cost`. */
export const cost = defineVerb({
  name: "cost",
  summary: "What a stack costs a month, line by line",
  about:
    "Runs the stack's program as a preview and prices what it would make: expected and at most, in USD a " +
    "month, from dated price data. What has no price is listed, and so is what was taken for granted.",
  options: {
    ...STACK_OPTIONS,
    format: { kind: "text", choices: ["text", "json"], about: "Form of the answer. Default: text" },
    ...DATE_OPTION,
  },
  run: async ({ format = "text", date, ...stack }, _, context) => {
    const day = dateOf({ date }, context);
    const { config, settings } = openStack(stackRequest(stack, context), context.environment);
    context.progress("running the program");
    const figures = costOf(await registeredBy(config), settings, day);
    const text = () => costLines(figures, context.style).join("\n");
    context.write(`${format === "json" ? JSON.stringify(figures, undefined, 2) : text()}\n`);
    return EXIT.fine;
  },
});
