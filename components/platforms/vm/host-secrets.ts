import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { Identity } from "../../settings/identity";

export interface HostSecretsArgs {
  readonly identity: Identity;
  /** Values by name. */
  readonly values: Readonly<Record<string, pulumi.Input<string>>>;
  readonly keyArn?: pulumi.Input<string>;
}

/** The SSM path under which a stack's secrets stand. */
export function secretsPath({ project, stack }: Identity): string {
  return `/towpath/${project}/${stack}`;
}

/** The app's secrets as SecureString parameters, which only its own host may read. */
export class HostSecrets extends pulumi.ComponentResource {
  /** By name, the parameter with its version, `<path>/<name>:<version>`: it changes with the value and tells nothing of it. */
  readonly parameters: pulumi.Output<Record<string, string>>;

  constructor(name: string, args: HostSecretsArgs, opts?: pulumi.ComponentResourceOptions) {
    super("towpath:platforms:HostSecrets", name, {}, opts);
    const { identity, values, keyArn } = args;
    const parameters = Object.entries(values).map(([key, value]) => {
      const path = `${secretsPath(identity)}/${key}`;
      const parameter = new aws.ssm.Parameter(
        `${name}-${key}`,
        {
          name: path,
          type: "SecureString",
          tier: "Intelligent-Tiering",
          value: pulumi.secret(value),
          ...(keyArn === undefined ? {} : { keyId: keyArn }),
          tags: identity.tags,
        },
        { parent: this },
      );
      return [key, pulumi.interpolate`${path}:${parameter.version}`] as const;
    });
    this.parameters = pulumi.all(Object.fromEntries(parameters));
    this.registerOutputs({ parameters: this.parameters });
  }
}
