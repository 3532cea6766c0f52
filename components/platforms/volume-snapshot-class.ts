import * as k8s from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import type { Environment } from "../settings/common";
import type { Identity } from "../settings/identity";
import { snapshotParameters } from "./storage-parameters";

export interface VolumeSnapshotClassArgs {
  readonly identity: Identity;
  readonly environment: Environment;
  readonly provider: k8s.Provider;
  /** What brings the definitions. */
  readonly after: readonly pulumi.Resource[];
}

/** The cluster's default class of snapshots of EBS volumes; needs the snapshot controller and its definitions. */
export class VolumeSnapshotClass extends pulumi.ComponentResource {
  constructor(name: string, args: VolumeSnapshotClassArgs, opts?: pulumi.ComponentResourceOptions) {
    super("towpath:platforms:VolumeSnapshotClass", name, {}, opts);
    new k8s.apiextensions.CustomResource(
      `${name}-ebs`,
      {
        apiVersion: "snapshot.storage.k8s.io/v1",
        kind: "VolumeSnapshotClass",
        metadata: {
          name: "ebs",
          annotations: { "snapshot.storage.kubernetes.io/is-default-class": "true" },
        },
        driver: "ebs.csi.aws.com",
        // In prod a snapshot outlives its object, as a disk outlives its claim.
        deletionPolicy: args.environment === "prod" ? "Retain" : "Delete",
        parameters: snapshotParameters(args.identity.tags),
      },
      { parent: this, provider: args.provider, dependsOn: [...args.after] },
    );
    this.registerOutputs({});
  }
}
