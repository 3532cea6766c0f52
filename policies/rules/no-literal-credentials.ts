import { credentialIn, isCredentialName } from "../facts/credentials";
import { containersOf } from "../facts/workloads";
import { defineRule } from "../rule";

export const noLiteralCredentials = defineRule({
  id: "no-literal-credentials",
  severity: "advisory",
  sources: ["CKV_K8S_35", "CL-0020", "CL-0021"],
  title: "No credential is written into a manifest",
  why: "Manifests are kept, copied and shown; whoever reads one has the credential.",
  fix: "make it a secret, or leave the variable without a value and set it in the env file",
  facts: containersOf,
  fault: ({ container }) => {
    const found = container.literals.filter(
      ({ name, value }) => isCredentialName(name) || credentialIn(value) !== undefined,
    );
    return found.length > 0
      ? `${container.what} has ${found.map(({ name }) => name).join(", ")} written out`
      : undefined;
  },
});
