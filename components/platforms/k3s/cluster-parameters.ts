import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { sortedEntries } from "../../lib/records";
import type { Identity } from "../../settings/identity";
import { PENDING, parameterNames } from "./parameter-names";

export interface ClusterParametersArgs {
  readonly identity: Identity;
}

/**
 * The SSM parameters of a cluster, encrypted. They stand before the servers, which write the values, so that a
 * destroy takes them away too.
 */
export class ClusterParameters extends pulumi.ComponentResource {
  /** ARNs by what each is for. */
  readonly arns: Readonly<Record<string, pulumi.Output<string>>>;
  /** What must stand before a server starts. */
  readonly ready: readonly pulumi.Resource[];

  constructor(name: string, { identity }: ClusterParametersArgs, opts?: pulumi.ComponentResourceOptions) {
    super("towpath:platforms:ClusterParameters", name, {}, opts);
    const made = sortedEntries({ ...parameterNames(identity) }).map(([key, parameter]) => ({
      key,
      parameter: new aws.ssm.Parameter(
        `${name}-${key}`,
        {
          name: parameter,
          description: `Written by the first server of ${identity.project} ${identity.stack}`,
          type: "SecureString",
          value: PENDING,
          tags: identity.tags,
        },
        { parent: this, ignoreChanges: ["value"] },
      ),
    }));
    this.arns = Object.fromEntries(made.map(({ key, parameter }) => [key, parameter.arn]));
    this.ready = made.map(({ parameter }) => parameter);
    this.registerOutputs({});
  }
}
