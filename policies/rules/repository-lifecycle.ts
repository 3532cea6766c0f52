import { only } from "../facts/resource-kinds";
import { defineRule } from "../rule";

export const repositoryLifecycle = defineRule({
  id: "repository-lifecycle",
  severity: "advisory",
  sources: [],
  title: "Repositories forget old images",
  why: "Every release adds an image, and storage is charged for all of them.",
  fix: "add an aws.ecr.LifecyclePolicy",
  scope: "stack",
  facts: only("repository"),
  fault: (repository, { stack }) =>
    stack.companions(repository, "repository", ["aws:ecr/lifecyclePolicy:LifecyclePolicy"]).length > 0
      ? undefined
      : "the repository keeps every image",
});
