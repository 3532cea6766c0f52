import { clustersOf } from "../facts/clusters";
import { defineRule } from "../rule";

export const eksSecretsEncrypted = defineRule({
  id: "eks-secrets-encrypted",
  severity: "mandatory-outside-dev",
  sources: ["CKV_AWS_58"],
  title: "The cluster's secrets are encrypted with a key of your own",
  why: "Secrets are otherwise readable in backups of the control plane's storage.",
  fix: "give the cluster a KMS key for secrets",
  facts: clustersOf,
  fault: ({ encryptsSecrets }) =>
    encryptsSecrets ? undefined : "the cluster's secrets have no key of their own",
});
