import type * as pulumi from "@pulumi/pulumi";
import type { PolicyStatement } from "./policy-statement";

export type { PolicyStatement } from "./policy-statement";

/** Where built images go. One repository a service, all under `prefix`. */
export interface Registry {
  /** What this registry needs before a push to `repository(service)`; makes it on ECR, once a service. */
  readonly repository: (service: string) => pulumi.Output<string>;
  /** Credentials for a push; absent when the machine's own Docker configuration has them. */
  readonly credentials?: {
    readonly address: pulumi.Input<string>;
    readonly username: pulumi.Input<string>;
    readonly password: pulumi.Input<string>;
  };
  /** Address that the ECR credential helper logs in to by the machine's role; absent on other registries. */
  readonly ecrAddress?: pulumi.Output<string>;
  /** Policy statements that let a node or host pull; empty when the registry has no IAM. */
  readonly pullStatements: pulumi.Output<readonly PolicyStatement[]>;
}
