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
  /** Parameter versions by name: they change with the value and tell nothing of it. */
  readonly versions: pulumi.Output<Record<string, number>>;

  constructor(name: string, args: HostSecretsArgs, opts?: pulumi.ComponentResourceOptions) {
    super("towpath:platforms:HostSecrets", name, {}, opts);
    const { identity, values, keyArn } = args;
    const versions = Object.entries(values).map(([key, value]) => {
      const parameter = new aws.ssm.Parameter(
        `${name}-${key}`,
        {
          name: `${secretsPath(identity)}/${key}`,
          type: "SecureString",
          tier: "Intelligent-Tiering",
          value: pulumi.secret(value),
          ...(keyArn === undefined ? {} : { keyId: keyArn }),
          tags: identity.tags,
        },
        { parent: this },
      );
      return [key, parameter.version] as const;
    });
    this.versions = pulumi.output(Object.fromEntries(versions)).apply(all => all);
    this.registerOutputs({ versions: this.versions });
  }
}
