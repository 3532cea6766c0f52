import * as pulumi from "@pulumi/pulumi";
import type { DockerPlatform } from "../../platforms/docker-platform";
import type { SecretReference } from "../references";
import type { DockerPlan } from "./docker-plan";
import type { BundleOptions } from "./render-bundle";

export interface DockerAppArgs {
  readonly plan: DockerPlan;
  readonly host: DockerPlatform;
  /** References by digest of the images that the app builds, by service. */
  readonly images: Readonly<Record<string, pulumi.Input<string>>>;
  /** Renders the bundle's files from the images' references and from the parameters that hold the secrets. */
  readonly render: (
    images: Readonly<Record<string, string>>,
    options: BundleOptions,
  ) => Readonly<Record<string, string>>;
  /** The value of a secret. */
  readonly secretValue: (secret: SecretReference) => pulumi.Output<string>;
}

/** The app on a Docker host: its inputs hold the Compose file, so that policies can judge it. */
export class DockerApp extends pulumi.ComponentResource {
  /** Name or address under which the app is reached. */
  readonly address: pulumi.Output<string>;

  constructor(name: string, args: DockerAppArgs, opts?: pulumi.ComponentResourceOptions) {
    const { plan, host, images, render, secretValue } = args;
    const { project, compose, routes } = plan;
    super("towpath:workloads:DockerApp", name, { project, compose, routes }, opts);
    const secrets = Object.fromEntries(plan.secrets.map(secret => [secret.name, secretValue(secret)]));
    const files = (parameters: pulumi.Output<Readonly<Record<string, string>>>) =>
      pulumi
        .all([pulumi.all(images), parameters])
        .apply(([refs, known]) => render(refs, { parameters: known }));
    host.deliver(name, { files, secrets }, this);
    this.address = host.address;
    this.registerOutputs({ address: this.address });
  }
}
