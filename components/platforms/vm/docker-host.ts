import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { type Architecture, architectureOf } from "../../lib/architecture";
import { compact } from "../../lib/records";
import type { Registry } from "../../registry/registry";
import type { Identity } from "../../settings/identity";
import type { DockerPlatform, Release } from "../docker-platform";
import { PrivateBucket } from "../private-bucket";
import { DataDisks } from "./data-disks";
import { type DataVolume, mountedVolume } from "./data-volume";
import { HostMachine, type HostNetwork } from "./host-machine";
import { HostRole } from "./host-role";
import type { OpenPort } from "./host-rules";
import { HostSecrets, secretsPath } from "./host-secrets";
import { BACKUPS_PREFIX, OUTPUT_PREFIX } from "./host-statements";
import { requireNitro } from "./nitro";
import { releaseArchive } from "./release-archive";
import type { RolloutVerb } from "./rollout-document";
import { SsmRollout } from "./ssm-rollout";

export interface DockerHostArgs {
  readonly identity: Identity;
  readonly region: string;
  readonly network: HostNetwork;
  readonly registry: Registry;
  readonly instanceType: string;
  readonly rootDiskGb: number;
  /** One-minute metrics. */
  readonly detailedMonitoring: boolean;
  readonly volumes: readonly DataVolume[];
  /** Leave the data disks in the account on destroy. */
  readonly keepVolumes: boolean;
  /** Daily snapshots kept, 0 for none. */
  readonly snapshotsKept: number;
  readonly openPorts: readonly OpenPort[];
  /** Who may reach the app, CIDR blocks. */
  readonly allowedCidrs: readonly string[];
  readonly keepReleases: number;
  readonly rolloutTimeoutSeconds: number;
  /** Days after which copies of backups go; absent: backups stay on the host. */
  readonly backupDays?: number;
  /** CloudWatch namespace that the host puts metrics into; absent: none. */
  readonly metricsNamespace?: string;
  /** Whether the host runs a registry of its own. Default: it does not. */
  readonly ownRegistry?: boolean;
  /** Customer-managed KMS key of everything stored; absent: AWS-managed keys. */
  readonly keyArn?: pulumi.Input<string>;
}

/**
 * An Ubuntu instance that runs Docker, reached through SSM alone. Neither a newer image nor other user data replaces a
 * running host. To replace it on purpose: `pulumi destroy --target <instance> --target-dependents`, then `pulumi up`;
 * the data disks and the address stay and move to the new host. Throws InvalidInput for an instance type without NVMe.
 */
export class DockerHost extends pulumi.ComponentResource implements DockerPlatform {
  readonly address: pulumi.Output<string>;
  readonly architecture: Architecture;
  readonly registry: Registry;
  readonly instanceId: pulumi.Output<string>;
  private readonly disks: DataDisks;
  private readonly bucket: PrivateBucket;
  private readonly backups: PrivateBucket | undefined;
  private readonly ready: readonly pulumi.Resource[];
  private readonly secrets: HostSecrets[] = [];
  private readonly known = new Set<string>();

  constructor(
    name: string,
    private readonly args: DockerHostArgs,
    opts?: pulumi.ComponentResourceOptions,
  ) {
    super("towpath:platforms:DockerHost", name, {}, opts);
    const { identity, network, volumes, keyArn, snapshotsKept, keepVolumes: keep } = args;
    requireNitro(args.instanceType);
    const encryption = keyArn === undefined ? {} : { keyArn };
    this.architecture = architectureOf(args.instanceType);
    this.registry = args.registry;
    this.bucket = this.releases(name, encryption);
    this.backups = this.backupBucket(name, encryption);
    const disks = { identity, zone: network.zone, volumes, keep, snapshotsKept, ...encryption };
    this.disks = new DataDisks(`${name}-data`, disks, { parent: this });
    const role = this.role(name, encryption);
    const machine = new HostMachine(
      `${name}-machine`,
      {
        identity,
        network,
        instanceType: args.instanceType,
        architecture: this.architecture,
        rootDiskGb: args.rootDiskGb,
        detailedMonitoring: args.detailedMonitoring,
        profileName: role.profileName,
        disks: this.disks.ids,
        openPorts: args.openPorts,
        allowedCidrs: args.allowedCidrs,
        ...encryption,
      },
      { parent: this },
    );
    this.instanceId = machine.instanceId;
    this.address = machine.address;
    this.ready = [...machine.ready, ...role.ready, ...this.bucket.ready, ...(this.backups?.ready ?? [])];
    this.registerOutputs({ address: this.address, instanceId: this.instanceId });
  }

  /** Sends a release through S3 and SSM. */
  readonly deliver = (name: string, release: Release, parent: pulumi.Resource): pulumi.Resource =>
    this.send(name, release, parent, "apply");

  /** Sends what must run before the first image can be pushed, and waits until it does. */
  readonly bootstrap = (name: string, release: Release, parent: pulumi.Resource): pulumi.Resource =>
    this.send(name, release, parent, "bootstrap");

  private send(name: string, release: Release, parent: pulumi.Resource, verb: RolloutVerb): pulumi.Resource {
    const { identity, region, rolloutTimeoutSeconds: timeoutSeconds, ownRegistry } = this.args;
    const parameters = this.stored(name, release.secrets, parent);
    const archive = pulumi
      .all([release.files(parameters), this.disks.ids, this.registry.ecrAddress, this.backups?.bucketName])
      .apply(([files, ids, registry, backups]) =>
        releaseArchive(files, {
          volumes: Object.entries(ids).map(([key, id]) => mountedVolume(key, id)),
          ecrRegistries: registry === undefined ? [] : [registry],
          ownRegistry: ownRegistry ?? false,
          settings: this.settings(backups),
        }),
      );
    const { instanceId } = this;
    const { bucketName } = this.bucket;
    return new SsmRollout(
      `${name}-rollout`,
      { identity, region, bucketName, instanceId, archive, timeoutSeconds, verb },
      { parent, dependsOn: [...this.ready, ...this.secrets] },
    );
  }

  /** The parameters of all secrets so far: what a bootstrap stored is not stored twice. */
  private stored(name: string, secrets: Release["secrets"], parent: pulumi.Resource) {
    const { identity, keyArn } = this.args;
    const values = Object.fromEntries(Object.entries(secrets).filter(([key]) => !this.known.has(key)));
    const encryption = keyArn === undefined ? {} : { keyArn };
    const made = new HostSecrets(`${name}-secrets`, { identity, values, ...encryption }, { parent });
    for (const key of Object.keys(values)) this.known.add(key);
    this.secrets.push(made);
    return pulumi
      .all(this.secrets.map(({ parameters }) => parameters))
      .apply(all => Object.assign({}, ...all) as Record<string, string>);
  }

  /** What the rollout on the host is told. */
  private settings(backups: string | undefined): Record<string, string> {
    const { region, keepReleases, metricsNamespace } = this.args;
    return compact({
      AWS_DEFAULT_REGION: region,
      TOWPATH_KEEP: String(keepReleases),
      TOWPATH_BACKUP_COPY: backups === undefined ? undefined : `s3://${backups}/${BACKUPS_PREFIX}`,
      TOWPATH_CLOUDWATCH: metricsNamespace,
    });
  }

  /** Where copies of backups go; like the disks, it stays when the stack is destroyed, unless disks do not. */
  private backupBucket(
    name: string,
    encryption: { keyArn?: pulumi.Input<string> },
  ): PrivateBucket | undefined {
    const { identity, backupDays, keepVolumes } = this.args;
    if (backupDays === undefined) return undefined;
    const kept = { oldVersionDays: 30, expiry: { [`${BACKUPS_PREFIX}/`]: backupDays } };
    return new PrivateBucket(
      `${name}-backups`,
      { identity, purpose: "backups", ...kept, emptiedOnDestroy: !keepVolumes, ...encryption },
      { parent: this },
    );
  }

  /** Where releases wait for the host, and where SSM puts what a rollout prints. */
  private releases(name: string, encryption: { keyArn?: pulumi.Input<string> }): PrivateBucket {
    const { identity } = this.args;
    const kept = { oldVersionDays: 30, expiry: { [`${OUTPUT_PREFIX}/`]: 90 }, emptiedOnDestroy: true };
    return new PrivateBucket(
      `${name}-releases`,
      { identity, purpose: "releases", ...kept, ...encryption },
      { parent: this },
    );
  }

  private role(name: string, encryption: { keyArn?: pulumi.Input<string> }): HostRole {
    const { identity, region, registry } = this.args;
    const account = aws.getCallerIdentityOutput({}, { parent: this }).accountId;
    const secretsArn = pulumi.interpolate`arn:aws:ssm:${region}:${account}:parameter${secretsPath(identity)}`;
    const { pullStatements } = registry;
    const optional = compact({ backupsArn: this.backups?.arn, metricsNamespace: this.args.metricsNamespace });
    return new HostRole(
      `${name}-role`,
      { identity, bucketArn: this.bucket.arn, secretsArn, pullStatements, ...optional, ...encryption },
      { parent: this },
    );
  }
}
