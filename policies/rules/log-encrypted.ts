import { only } from "../facts/resource-kinds";
import { defineRule } from "../rule";

export const logEncrypted = defineRule({
  id: "log-encrypted",
  severity: "advisory",
  sources: ["CKV_AWS_158"],
  title: "Log groups are encrypted with a key of your own",
  why: "Logs often hold more than they should, and a key of your own decides who reads them.",
  fix: "set kmsKeyId",
  facts: only("logGroup"),
  // A key is a key, also when its ARN is known only after the update.
  fault: ({ props }) => (props.kmsKeyId === undefined ? "logs are encrypted with AWS's key" : undefined),
});
