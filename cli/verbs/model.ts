import { canonicalJson } from "../../components/app/canonical-json";
import { load } from "../../components/app/load/load";
import { EXIT } from "../exit-code";
import { defineVerb } from "../verb";
import { loadRequest, MODEL_OPTIONS } from "./model-options";

/** `towpath model FILE…`. */
export const model = defineVerb({
  name: "model",
  summary: "Print what the Compose files say, as canonical JSON",
  about:
    "Prints the model that Compose files, merged in the order in which they are named, stand for: every short " +
    "form spelt out, in the shape of `docker compose config --format json`.",
  operand: "FILE",
  options: MODEL_OPTIONS,
  run: (values, files, context) => {
    const { app } = load(loadRequest(files, values, context));
    context.write(`${JSON.stringify(canonicalJson(app), undefined, 2)}\n`);
    return EXIT.fine;
  },
});
