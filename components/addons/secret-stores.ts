import * as k8s from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";

export interface SecretStoresArgs {
  readonly region: string;
  readonly provider: k8s.Provider;
}

/** Where ExternalSecrets may read, by the name that they refer to. */
const STORES = { "secrets-manager": "SecretsManager", "parameter-store": "ParameterStore" } as const;

/** The two stores of AWS, for ExternalSecrets of any namespace; the controller reads them by its own role. */
export class SecretStores extends pulumi.ComponentResource {
  constructor(name: string, args: SecretStoresArgs, opts?: pulumi.ComponentResourceOptions) {
    super("towpath:addons:SecretStores", name, {}, opts);
    const { region, provider } = args;
    for (const [store, service] of Object.entries(STORES))
      new k8s.apiextensions.CustomResource(
        `${name}-${store}`,
        {
          apiVersion: "external-secrets.io/v1",
          kind: "ClusterSecretStore",
          metadata: { name: store },
          spec: { provider: { aws: { service, region } } },
        },
        { parent: this, provider },
      );
    this.registerOutputs({});
  }
}
