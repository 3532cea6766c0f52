import * as k8s from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import type { Environment } from "../settings/common";
import type { Identity } from "../settings/identity";
import { STORAGE_CLASS, storageParameters } from "./storage-parameters";

export interface DefaultStorageClassArgs {
  readonly identity: Identity;
  readonly environment: Environment;
  readonly provider: k8s.Provider;
}

/** The cluster's default class: encrypted gp3 volumes, made in the zone of the first pod that needs them. */
export class DefaultStorageClass extends pulumi.ComponentResource {
  constructor(name: string, args: DefaultStorageClassArgs, opts?: pulumi.ComponentResourceOptions) {
    super("towpath:platforms:DefaultStorageClass", name, {}, opts);
    new k8s.storage.v1.StorageClass(
      `${name}-gp3`,
      {
        metadata: {
          name: STORAGE_CLASS,
          annotations: { "storageclass.kubernetes.io/is-default-class": "true" },
        },
        provisioner: "ebs.csi.aws.com",
        volumeBindingMode: "WaitForFirstConsumer",
        allowVolumeExpansion: true,
        // In prod a disk outlives its claim, as the VM's disks outlive the VM.
        reclaimPolicy: args.environment === "prod" ? "Retain" : "Delete",
        parameters: storageParameters(args.identity.tags),
      },
      { parent: this, provider: args.provider },
    );
    this.registerOutputs({});
  }
}
