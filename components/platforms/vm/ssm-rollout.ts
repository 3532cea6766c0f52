import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { Identity } from "../../settings/identity";
import { OUTPUT_PREFIX, RELEASES_PREFIX } from "./host-statements";
import type { Archive } from "./release-archive";
import { type RolloutVerb, rolloutDocument } from "./rollout-document";

export interface SsmRolloutArgs {
  readonly identity: Identity;
  readonly region: string;
  readonly bucketName: pulumi.Input<string>;
  readonly instanceId: pulumi.Input<string>;
  readonly archive: pulumi.Input<Archive>;
  /** How long a rollout may take before the update fails, seconds. */
  readonly timeoutSeconds: number;
  /** Default `apply`. */
  readonly verb?: RolloutVerb;
}

/**
 * Sends a release to an instance through S3 and SSM, and waits for its success. The wait holds when an association
 * is created, so each release gets a new one.
 */
export class SsmRollout extends pulumi.ComponentResource {
  constructor(name: string, args: SsmRolloutArgs, opts?: pulumi.ComponentResourceOptions) {
    super("towpath:platforms:SsmRollout", name, {}, opts);
    const { identity, region, bucketName, instanceId, timeoutSeconds } = args;
    const archive = pulumi.output(args.archive);
    const object = new aws.s3.BucketObjectv2(
      `${name}-archive`,
      {
        bucket: bucketName,
        key: pulumi.interpolate`${RELEASES_PREFIX}/${archive.digest}.json`,
        content: archive.text,
        contentType: "application/json",
      },
      { parent: this },
    );
    const document = new aws.ssm.Document(
      `${name}-document`,
      {
        documentType: "Command",
        documentFormat: "JSON",
        content: JSON.stringify(rolloutDocument(timeoutSeconds, args.verb)),
        tags: identity.tags,
      },
      { parent: this },
    );
    new aws.ssm.Association(
      `${name}-release`,
      {
        name: document.name,
        targets: [{ key: "InstanceIds", values: [instanceId] }],
        parameters: {
          archive: pulumi.interpolate`https://s3.${region}.amazonaws.com/${bucketName}/${object.key}`,
          digest: archive.digest,
        },
        waitForSuccessTimeoutSeconds: timeoutSeconds,
        outputLocation: { s3BucketName: bucketName, s3KeyPrefix: OUTPUT_PREFIX, s3Region: region },
        tags: identity.tags,
      },
      { parent: this, replaceOnChanges: ["parameters", "targets"], deleteBeforeReplace: true },
    );
    this.registerOutputs({});
  }
}
