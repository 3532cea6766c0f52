import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { Identity } from "../../settings/identity";
import type { ClusterAddon } from "./cluster-addons";
import { PodIdentity } from "./pod-identity";

export interface ClusterAddonSetArgs {
  readonly identity: Identity;
  readonly clusterName: pulumi.Input<string>;
  readonly addons: readonly ClusterAddon[];
}

/** Some of the cluster's own add-ons, each with its role where it has one. */
export class ClusterAddonSet extends pulumi.ComponentResource {
  constructor(name: string, args: ClusterAddonSetArgs, opts?: pulumi.ComponentResourceOptions) {
    super("towpath:platforms:ClusterAddonSet", name, {}, opts);
    for (const addon of args.addons) this.addon(name, args, addon);
    this.registerOutputs({});
  }

  private addon(name: string, { identity, clusterName }: ClusterAddonSetArgs, addon: ClusterAddon): void {
    const { addonName, configuration } = addon;
    const role =
      addon.identity === undefined
        ? []
        : [
            new PodIdentity(
              `${name}-${addonName}`,
              {
                identity,
                clusterName,
                namespace: "kube-system",
                serviceAccount: addon.identity.serviceAccount,
                grants: { policyArn: addon.identity.policyArn },
              },
              { parent: this },
            ),
          ];
    new aws.eks.Addon(
      `${name}-${addonName}`,
      {
        clusterName,
        addonName,
        // A new cluster runs its own copies of some of them; these take their place.
        resolveConflictsOnCreate: "OVERWRITE",
        resolveConflictsOnUpdate: "OVERWRITE",
        ...(configuration === undefined ? {} : { configurationValues: JSON.stringify(configuration) }),
        tags: identity.tags,
      },
      { parent: this, dependsOn: role },
    );
  }
}
