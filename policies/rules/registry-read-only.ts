import { managedPoliciesOf } from "../facts/managed-policies";
import { grantsOf } from "../facts/statements";
import { defineRule } from "../rule";

const PUSHING_POLICIES = ["AmazonEC2ContainerRegistryFullAccess", "AmazonEC2ContainerRegistryPowerUser"];
const PUSHING = /^ecr:(\*|Put(\*|Image$)|InitiateLayerUpload$|UploadLayerPart$|CompleteLayerUpload$)/;

export const registryReadOnly = defineRule({
  id: "registry-read-only",
  severity: "mandatory-outside-dev",
  sources: ["CE-5.1.3"],
  title: "Machines may pull images and not push them",
  why: "A node that is broken into could otherwise put its own program under the name of yours.",
  fix: "attach AmazonEC2ContainerRegistryPullOnly; record an exception for the role of what builds images",
  facts: subject => [
    ...managedPoliciesOf(subject).map(name => () => (PUSHING_POLICIES.includes(name()) ? [name()] : [])),
    // All actions of the registry have a rule of their own.
    ...grantsOf(subject).map(
      ({ actions }) =>
        () =>
          actions.filter(action => PUSHING.test(action) && action !== "ecr:*"),
    ),
  ],
  fault: pushes => (pushes().length > 0 ? `it may push images by ${pushes().join(", ")}` : undefined),
});
