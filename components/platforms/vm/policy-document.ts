import type { PolicyStatement } from "../../registry/registry";

/** A statement, or one about everything except some resources. */
export type Statement =
  | PolicyStatement
  | (Omit<PolicyStatement, "Resource"> & { readonly NotResource: readonly string[] });

/** An IAM policy document as JSON text. */
export function policyDocument(statements: readonly Statement[]): string {
  return JSON.stringify({ Version: "2012-10-17", Statement: statements });
}
