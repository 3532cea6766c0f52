import type { PolicyStatement } from "../registry/registry";

/** A statement of an IAM policy that allows actions on resources, under a condition if there is one. */
export function allow(
  Sid: string,
  Action: readonly string[],
  Resource: readonly string[],
  Condition?: NonNullable<PolicyStatement["Condition"]>,
): PolicyStatement {
  return { Sid, Effect: "Allow", Action, Resource, ...(Condition === undefined ? {} : { Condition }) };
}
