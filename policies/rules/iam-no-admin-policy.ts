import { listAt, read, textAt } from "../facts/read";
import { defineRule } from "../rule";

const TOO_MUCH = ["AdministratorAccess", "IAMFullAccess", "PowerUserAccess"];

export const iamNoAdminPolicy = defineRule({
  id: "iam-no-admin-policy",
  severity: "mandatory",
  sources: ["CKV2_AWS_41", "CKV_AWS_274"],
  title: "No role is an administrator",
  why: "Whoever takes over a machine with an administrator's role has the account.",
  fix: "attach a policy with the actions that are needed",
  facts: ({ type, props }) => {
    if (type === "aws:iam/rolePolicyAttachment:RolePolicyAttachment")
      return [() => textAt(props, "policyArn")];
    if (type !== "aws:iam/role:Role") return [];
    return listAt(props, "managedPolicyArns").map(arn => () => String(read({ arn }, "arn")));
  },
  fault: arn => {
    const [policy = ""] = /[^/]*$/.exec(arn() ?? "") ?? [];
    return TOO_MUCH.includes(policy) ? `it has the policy ${policy}` : undefined;
  },
});
