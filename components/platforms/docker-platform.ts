import type * as pulumi from "@pulumi/pulumi";
import type { Architecture } from "../lib/architecture";
import type { Registry } from "../registry/registry";

/** What is sent to a Docker host: the same for every kind of host. */
export interface Release {
  /**
   * Text files by path relative to the bundle, `towpath-rollout` among them; no secrets. `parameters` has, by secret
   * name, the SSM parameter with `:VERSION` that holds it; it is empty where secrets travel with the release.
   */
  readonly files: (
    parameters: pulumi.Output<Readonly<Record<string, string>>>,
  ) => pulumi.Output<Readonly<Record<string, string>>>;
  /** Secret values by name; they travel apart from the files. */
  readonly secrets: Readonly<Record<string, pulumi.Input<string>>>;
}

/** What every Docker host yields, whoever made the host. */
export interface DockerPlatform {
  /** Name or address under which the app is reached. */
  readonly address: pulumi.Output<string>;
  readonly architecture: Architecture;
  readonly registry: Registry;
  /**
   * Sends a release and has the host roll it out; the update fails when the rollout does. The resources belong to
   * `parent`, and whatever is returned stands once the release runs.
   */
  readonly deliver: (name: string, release: Release, parent: pulumi.Resource) => pulumi.Resource;
}
