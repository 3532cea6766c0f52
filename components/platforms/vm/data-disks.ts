import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { Identity } from "../../settings/identity";
import { DailySnapshots } from "./daily-snapshots";
import type { DataVolume } from "./data-volume";

export interface DataDisksArgs {
  readonly identity: Identity;
  /** Where the host stands: a disk is attached inside one zone. */
  readonly zone: string;
  readonly volumes: readonly DataVolume[];
  /** Leave the disks in the account when the stack is destroyed or a volume leaves the Compose file. */
  readonly keep: boolean;
  /** Daily snapshots kept, 0 for none. */
  readonly snapshotsKept: number;
  readonly keyArn?: pulumi.Input<string>;
}

/** One encrypted disk a named volume, with daily snapshots. */
export class DataDisks extends pulumi.ComponentResource {
  /** Disk ids by the volume's key. */
  readonly ids: Readonly<Record<string, pulumi.Output<string>>>;

  constructor(name: string, args: DataDisksArgs, opts?: pulumi.ComponentResourceOptions) {
    super("towpath:platforms:DataDisks", name, {}, opts);
    const { identity, volumes, snapshotsKept } = args;
    const mark = `${identity.project}-${identity.stack}`;
    this.ids = Object.fromEntries(
      volumes.map(volume => [volume.key, this.disk(name, args, volume, mark).id]),
    );
    if (snapshotsKept > 0 && volumes.some(volume => volume.snapshot))
      new DailySnapshots(`${name}-snapshots`, { identity, mark, kept: snapshotsKept }, { parent: this });
    this.registerOutputs({ ids: this.ids });
  }

  private disk(name: string, args: DataDisksArgs, { key, sizeGb, snapshot }: DataVolume, mark: string) {
    const { identity, zone, keep, keyArn } = args;
    return new aws.ebs.Volume(
      `${name}-${key}`,
      {
        availabilityZone: zone,
        size: sizeGb,
        type: "gp3",
        encrypted: true,
        ...(keyArn === undefined ? {} : { kmsKeyId: keyArn }),
        tags: {
          ...identity.tags,
          Name: `${mark}-${key}`,
          "towpath:volume": key,
          ...(snapshot ? { "towpath:snapshot": mark } : {}),
        },
      },
      { parent: this, retainOnDelete: keep },
    );
  }
}
