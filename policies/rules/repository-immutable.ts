import { textAt } from "../facts/read";
import { only } from "../facts/resource-kinds";
import { defineRule } from "../rule";

export const repositoryImmutable = defineRule({
  id: "repository-immutable",
  severity: "mandatory-outside-dev",
  sources: ["CKV_AWS_51"],
  title: "Image tags stay with their image",
  why: "A tag that can be moved makes the image that was tested and the image that runs two different things.",
  fix: "set imageTagMutability to IMMUTABLE",
  facts: only("repository"),
  fault: ({ props }) =>
    textAt(props, "imageTagMutability")?.startsWith("IMMUTABLE")
      ? undefined
      : "the repository's tags can be moved",
});
