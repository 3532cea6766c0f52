import { ESCALATING } from "../facts/escalating-actions";
import { grantsOf } from "../facts/statements";
import { defineRule } from "../rule";

export const iamNoEscalation = defineRule({
  id: "iam-no-escalation",
  severity: "mandatory",
  sources: ["CKV_AWS_286", "CKV_AWS_289"],
  title: "No role can make itself an administrator",
  why: "Whoever may change or pass on every role has, in two steps, every right of the account.",
  fix: "name the roles, policies or users that it is for",
  facts: grantsOf,
  fault: ({ actions, resources, hasCondition }) => {
    if (hasCondition || !resources.some(isEveryOne)) return undefined;
    const found = actions.filter(action => ESCALATING.has(action.toLowerCase()));
    return found.length > 0 ? `it may do ${found.join(", ")} to every one there is` : undefined;
  },
});

/** `*`, or all of a kind, as in `arn:aws:iam::111122223333:role/*`. */
function isEveryOne(resource: string): boolean {
  return resource === "*" || /^arn:aws[\w-]*:iam::[^:]*:(\*|(role|user|group|policy)\/\*)$/.test(resource);
}
