import { SUPPORT } from "../../components/lib/versions/support-dates";
import { supportOf, WARNED_DAYS } from "../../components/lib/versions/support-of";
import { versionsOf } from "../facts/versions";
import { defineRule } from "../rule";

export const supportEndsSoon = defineRule({
  id: "support-ends-soon",
  severity: "advisory",
  sources: [],
  title: `Support lasts more than ${WARNED_DAYS} days`,
  why: "An upgrade needs time; after the last day the stack is refused.",
  fix: "plan the upgrade to a later version, clusters one minor version at a time",
  facts: versionsOf,
  fault: ({ product, version }, { today }) => {
    if (version === undefined) return undefined;
    const standing = supportOf(product, version, today);
    if (standing.state !== "ending") return undefined;
    const { days, ends } = standing;
    return `standard support of ${SUPPORT[product].name} ${version} ends on ${ends}, in ${days} days`;
  },
});
