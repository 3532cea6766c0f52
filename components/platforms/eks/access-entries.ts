import { shortHash } from "../../lib/names";

/** Access entries that let IAM roles administer the cluster, by a key of their own. */
export function accessEntries(adminRoleArns: readonly string[]) {
  return Object.fromEntries(
    adminRoleArns.map(principalArn => [`admin-${shortHash(principalArn)}`, administrator(principalArn)]),
  );
}

function administrator(principalArn: string) {
  const partition = principalArn.split(":")[1] ?? "aws";
  const policyArn = `arn:${partition}:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy`;
  return { principalArn, accessPolicies: { admin: { policyArn, accessScope: { type: "cluster" } } } };
}
