import { machinesOf } from "../facts/machines";
import { defineRule } from "../rule";

export const instanceMetadataV2 = defineRule({
  id: "instance-metadata-v2",
  severity: "mandatory",
  sources: ["CKV_AWS_79"],
  title: "Instance metadata asks for a token",
  why: "With version 1 of the metadata service, a program tricked into fetching a URL hands out the machine's role.",
  fix: 'set metadataOptions.httpTokens to "required"',
  facts: machinesOf,
  fault: ({ httpTokens }) => (httpTokens === "required" ? undefined : "metadata is served without a token"),
});
