import { numberAt } from "../facts/read";
import { only } from "../facts/resource-kinds";
import { defineRule } from "../rule";

const YEAR = 365;

export const logKeptAYear = defineRule({
  id: "log-kept-a-year",
  severity: "advisory-in-prod",
  sources: ["CKV_AWS_338"],
  title: "Logs of production are kept for a year",
  why: "A break-in is often noticed months later, and then the logs of its day are wanted.",
  fix: "set retentionInDays to 365 or more",
  // Logs without an end have a rule of their own.
  facts: subject => only("logGroup")(subject).filter(({ props }) => props.retentionInDays),
  fault: ({ props }) => {
    const days = numberAt(props, "retentionInDays") ?? 0;
    return days < YEAR ? `logs are kept for ${days} days` : undefined;
  },
});
