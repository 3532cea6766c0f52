import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { Identity } from "../../settings/identity";
import { policyDocument } from "../vm/policy-document";
import type { ClusterAddon } from "./cluster-addons";
import { PodIdentity } from "./pod-identity";

export interface ClusterAddonSetArgs {
  readonly identity: Identity;
  readonly region: string;
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

  private addon(name: string, args: ClusterAddonSetArgs, addon: ClusterAddon): void {
    const { identity, clusterName } = args;
    const { addonName, configuration } = addon;
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
      { parent: this, dependsOn: this.role(`${name}-${addonName}`, args, addon) },
    );
  }

  private role(name: string, args: ClusterAddonSetArgs, { identity: own }: ClusterAddon): PodIdentity[] {
    if (own === undefined) return [];
    const { identity, region, clusterName } = args;
    const { project, stack } = identity;
    const policy = aws
      .getCallerIdentityOutput({}, { parent: this })
      .accountId.apply(accountId => policyDocument(own.statements({ project, stack, region, accountId })));
    const { serviceAccount } = own;
    const grants = { identity, clusterName, namespace: "kube-system", serviceAccount, policy };
    return [new PodIdentity(name, grants, { parent: this })];
  }
}
