import { numberAt } from "../facts/read";
import { only } from "../facts/resource-kinds";
import { defineRule } from "../rule";

export const logRetention = defineRule({
  id: "log-retention",
  severity: "mandatory-outside-dev",
  sources: ["CKV_AWS_66"],
  title: "Log groups say how long they keep logs",
  why: "Logs without an end are paid for without an end.",
  fix: "set retentionInDays",
  facts: only("logGroup"),
  fault: ({ props }) => (numberAt(props, "retentionInDays") ? undefined : "logs are kept for ever"),
});
