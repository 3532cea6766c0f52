import * as pulumi from "@pulumi/pulumi";
import type { Release } from "../../platforms/docker-platform";
import type { SecretReference } from "../references";
import type { DockerPlan } from "./docker-plan";
import { renderBundle } from "./render-bundle";

export interface HostRegistryArgs {
  /** The registry and its proxy, and nothing of the app. */
  readonly plan: DockerPlan;
  readonly secretValue: (secret: SecretReference) => pulumi.Output<string>;
  /** Sends it to the host, and waits until it answers. */
  readonly bootstrap: (name: string, release: Release, parent: pulumi.Resource) => pulumi.Resource;
}

/** The registry that a Docker host runs itself: up before the first image is pushed, and part of each release since. */
export class HostRegistry extends pulumi.ComponentResource {
  /** What must stand before an image is pushed. */
  readonly ready: readonly pulumi.Resource[];

  constructor(name: string, args: HostRegistryArgs, opts?: pulumi.ComponentResourceOptions) {
    const { plan, secretValue, bootstrap } = args;
    const { project, compose, routes } = plan;
    super("towpath:workloads:HostRegistry", name, { project, compose, routes }, opts);
    const secrets = Object.fromEntries(plan.secrets.map(secret => [secret.name, secretValue(secret)]));
    const files: Release["files"] = parameters =>
      parameters.apply(known => renderBundle(plan, {}, { parameters: known }));
    this.ready = [bootstrap(name, { files, secrets }, this)];
    this.registerOutputs({});
  }
}
