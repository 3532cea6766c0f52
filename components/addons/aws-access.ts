import type { PolicyStatement } from "../registry/policy-statement";

/** What the statements of a controller are limited to, known once the account is. */
export interface AwsGrants {
  readonly accountId: string;
  /** Of the add-on's own bucket; empty when it has none. */
  readonly bucketArn: string;
}

/**
 * What a controller may do in AWS: on EKS by a role of its own, through Pod Identity; on K3s by the role of the
 * servers, where it then runs.
 */
export interface AwsAccess {
  readonly serviceAccount: string;
  /** A bucket of its own, by what it keeps. */
  readonly bucket?: string;
  readonly statements: (grants: AwsGrants) => readonly PolicyStatement[];
}
