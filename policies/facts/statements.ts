import type { PolicyResource } from "../subject";
import { isRecord, listAt, read, textAt } from "./read";

/** A statement of an IAM policy that allows something. */
export interface Statement {
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  readonly hasCondition: boolean;
  /** Whom a policy on a resource lets in; `*` is everyone. Empty in policies of an identity. */
  readonly principals: readonly string[];
}

/** Which input holds the policy document of what a role may do. */
const IDENTITY = ["aws:iam/policy:Policy", "aws:iam/rolePolicy:RolePolicy"];
/** Which input holds the policy document of who may use a resource. */
const RESOURCE = [
  "aws:ecr/repositoryPolicy:RepositoryPolicy",
  "aws:kms/key:Key",
  "aws:kms/keyPolicy:KeyPolicy",
  "aws:s3/bucketPolicy:BucketPolicy",
];

/** What roles are allowed. */
export function grantsOf({ type, props }: PolicyResource): readonly Statement[] {
  if (IDENTITY.includes(type)) return allowed(read(props, "policy"));
  if (type !== "aws:iam/role:Role") return [];
  return listAt(props, "inlinePolicies").flatMap(one => allowed(read(one, "policy")));
}

/** Whom keys, buckets, repositories and roles let in. */
export function admissionsOf({ type, props }: PolicyResource): readonly Statement[] {
  if (type === "aws:iam/role:Role") return allowed(read(props, "assumeRolePolicy"));
  return RESOURCE.includes(type) ? allowed(read(props, "policy")) : [];
}

/** The statements of a policy document that have an effect, `Allow` or `Deny`. */
export function statementsOf(policy: unknown, effect: "Allow" | "Deny"): readonly unknown[] {
  const document: unknown = typeof policy === "string" && policy !== "" ? JSON.parse(policy) : policy;
  return asList(read(document, "Statement")).filter(one => textAt(one, "Effect") === effect);
}

function allowed(policy: unknown): Statement[] {
  return statementsOf(policy, "Allow").map(one => ({
    actions: asList(read(one, "Action")).map(String),
    resources: asList(read(one, "Resource")).map(String),
    hasCondition: read(one, "Condition") !== undefined,
    principals: principalsOf(read(one, "Principal")),
  }));
}

function principalsOf(principal: unknown): string[] {
  return isRecord(principal)
    ? Object.values(principal).flatMap(asList).map(String)
    : asList(principal).map(String);
}

function asList(value: unknown): readonly unknown[] {
  return value === undefined ? [] : Array.isArray(value) ? value : [value];
}
