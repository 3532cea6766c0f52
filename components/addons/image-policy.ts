import * as k8s from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import type { AppFacts } from "./app-facts";
import { type ImagePolicySettings, imagePolicySpec } from "./image-policy-spec";

export interface ImagePolicyArgs {
  readonly imagePolicy: ImagePolicySettings;
  readonly app: AppFacts;
  /** How the names of images begin that the stack builds. */
  readonly builtFrom?: pulumi.Output<string> | undefined;
  readonly provider: k8s.Provider;
}

/**
 * Refuses pods of the app's namespace whose images are not named by digest or come from elsewhere. The built-in
 * engine is the API server itself, which nothing can take down alone.
 */
export class ImagePolicy extends pulumi.ComponentResource {
  constructor(name: string, args: ImagePolicyArgs, opts?: pulumi.ComponentResourceOptions) {
    super("towpath:addons:ImagePolicy", name, {}, opts);
    const { imagePolicy } = args;
    switch (imagePolicy.engine) {
      case "built-in":
        this.builtIn(name, args);
        break;
      case "kyverno":
        this.kyverno(name, args);
        break;
      default:
        imagePolicy.engine satisfies never;
    }
    this.registerOutputs({});
  }

  private builtIn(name: string, args: ImagePolicyArgs): void {
    const { imagePolicy, app, provider } = args;
    const policyName = `${app.namespace}-images`;
    const { resourceRules, variables, validations } = specOf(args);
    const policy = new k8s.admissionregistration.v1.ValidatingAdmissionPolicy(
      `${name}-policy`,
      {
        metadata: { name: policyName },
        spec: { failurePolicy: "Fail", matchConstraints: { resourceRules }, variables, validations },
      },
      { parent: this, provider },
    );
    new k8s.admissionregistration.v1.ValidatingAdmissionPolicyBinding(
      `${name}-binding`,
      {
        metadata: { name: policyName },
        spec: {
          policyName,
          validationActions: imagePolicy.action === "deny" ? ["Deny", "Audit"] : ["Warn", "Audit"],
          matchResources: { namespaceSelector: inNamespace(app) },
        },
      },
      { parent: this, provider, dependsOn: [policy] },
    );
  }

  private kyverno(name: string, args: ImagePolicyArgs): void {
    const { imagePolicy, app, provider } = args;
    const { resourceRules, variables, validations } = specOf(args);
    new k8s.apiextensions.CustomResource(
      `${name}-policy`,
      {
        apiVersion: "policies.kyverno.io/v1",
        kind: "ValidatingPolicy",
        metadata: { name: `${app.namespace}-images` },
        spec: {
          validationActions: [imagePolicy.action === "deny" ? "Deny" : "Warn"],
          matchConstraints: { resourceRules, namespaceSelector: inNamespace(app) },
          variables,
          validations,
        },
      },
      { parent: this, provider },
    );
  }
}

/** Only what must hold waits for the account to be known. */
function specOf({ imagePolicy, app, builtFrom }: ImagePolicyArgs) {
  const { resourceRules, variables, validations } = imagePolicySpec(imagePolicy, app);
  if (builtFrom === undefined) return { resourceRules, variables, validations };
  const known = builtFrom.apply(prefix => imagePolicySpec(imagePolicy, app, prefix).validations);
  return { resourceRules, variables, validations: known };
}

function inNamespace({ namespace }: AppFacts) {
  return { matchLabels: { "kubernetes.io/metadata.name": namespace } };
}
