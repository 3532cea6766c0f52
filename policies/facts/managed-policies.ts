import type { PolicyResource } from "../subject";
import { listAt, textAt } from "./read";

/** Readers of the names of the AWS managed policies that a role is given, e.g. AdministratorAccess. */
export function managedPoliciesOf({ type, props }: PolicyResource): readonly (() => string)[] {
  if (type === "aws:iam/rolePolicyAttachment:RolePolicyAttachment")
    return [() => nameIn(textAt(props, "policyArn"))];
  if (type !== "aws:iam/role:Role") return [];
  return listAt(props, "managedPolicyArns").map(arn => () => nameIn(textAt({ arn }, "arn")));
}

function nameIn(arn = ""): string {
  return /[^/]*$/.exec(arn)?.[0] ?? "";
}
