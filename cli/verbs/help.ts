import { EXIT } from "../exit-code";
import { findVerb, VERB_NAMES } from "../find-verb";
import type { Verb } from "../verb";
import { helpText, overviewText } from "./help-text";

export const help: Verb = {
  name: "help",
  summary: "Show all commands, or one command's options",
  about: "Shows all commands, or the options of the one that is named.",
  options: {},
  run: async ([word], { style, write }) => {
    if (word === undefined) write(overviewText(await Promise.all(VERB_NAMES.map(findVerb)), style));
    else write(helpText(await findVerb(word), style));
    return EXIT.fine;
  },
};
