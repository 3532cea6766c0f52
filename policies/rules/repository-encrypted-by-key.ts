import { listAt, textAt } from "../facts/read";
import { only } from "../facts/resource-kinds";
import { defineRule } from "../rule";

export const repositoryEncryptedByKey = defineRule({
  id: "repository-encrypted-by-key",
  severity: "advisory-outside-dev",
  sources: ["CKV_AWS_136"],
  title: "Repositories are encrypted with a key of your own",
  why: "A key of your own decides who reads the images, and shows in its log who did.",
  fix: "set encryptionConfigurations to KMS and name the key; a repository is made anew for it",
  facts: only("repository"),
  fault: ({ props }) =>
    listAt(props, "encryptionConfigurations").some(one => textAt(one, "encryptionType")?.startsWith("KMS"))
      ? undefined
      : "images are encrypted with AWS's key",
});
