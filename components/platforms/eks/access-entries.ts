import { shortHash } from "../../lib/names";
import type { EksAccess } from "../../settings/eks-access";

/** The access policy of AWS for each of our words. Source: AWS, "Review access policy permissions" of EKS. */
const POLICIES = {
  admin: "AmazonEKSAdminPolicy",
  edit: "AmazonEKSEditPolicy",
  view: "AmazonEKSViewPolicy",
} as const;
const ADMINISTRATOR = "AmazonEKSClusterAdminPolicy";

interface Entry {
  readonly principalArn: string;
  readonly accessPolicies: Readonly<Record<string, AccessPolicy>>;
}

interface AccessPolicy {
  readonly policyArn: string;
  readonly accessScope: { readonly type: "cluster" | "namespace"; readonly namespaces?: string[] };
}

/**
 * Access entries by a key of their own, one a principal: `adminRoleArns` administer the cluster, and each item of
 * `access` adds a policy, which the settings let stand once a principal.
 */
export function accessEntries(
  adminRoleArns: readonly string[],
  access: readonly EksAccess[],
): Record<string, Entry> {
  const principals = [...new Set([...adminRoleArns, ...access.map(({ principalArn }) => principalArn)])];
  return Object.fromEntries(
    principals.map(principalArn => {
      const isAdmin = adminRoleArns.includes(principalArn);
      const own = access.filter(one => one.principalArn === principalArn);
      const accessPolicies = {
        ...(isAdmin ? { admin: policy(principalArn, ADMINISTRATOR) } : {}),
        ...Object.fromEntries(own.map(one => [`team-${one.policy}`, grant(one)])),
      };
      return [`${isAdmin ? "admin" : "team"}-${shortHash(principalArn)}`, { principalArn, accessPolicies }];
    }),
  );
}

function grant({ principalArn, policy: name, namespaces }: EksAccess): AccessPolicy {
  return policy(principalArn, POLICIES[name], namespaces);
}

function policy(principalArn: string, name: string, namespaces?: readonly string[]): AccessPolicy {
  const partition = principalArn.split(":")[1] ?? "aws";
  return {
    policyArn: `arn:${partition}:eks::aws:cluster-access-policy/${name}`,
    accessScope:
      namespaces === undefined ? { type: "cluster" } : { type: "namespace", namespaces: [...namespaces] },
  };
}
