import { describe, expect, it } from "vitest";
import type { Registered } from "../../../cli/engine/registered";
import { InvalidInput } from "../../../components/lib/issues";
import type { DockerHostArgs } from "../../../components/platforms/vm/docker-host";
import { only, runComponent, tree } from "../../harness/run-component";
import { dockerHost } from "./host-fixture";

const run = async (change: Partial<DockerHostArgs> = {}) => {
  const { resources } = await runComponent(() => {
    dockerHost(change);
  });
  return resources;
};
const INSTANCE = "aws:ec2/instance:Instance";
const FIREWALL = "aws:ec2/securityGroup:SecurityGroup";

describe("DockerHost", () => {
  it("is a machine, its disks, its role and a bucket", async () => {
    expect(tree(await run())).toMatchInlineSnapshot(`
      "pulumi:pulumi:Stack shop-test
        towpath:platforms:DockerHost host
          towpath:platforms:DataDisks host-data
            aws:ebs/volume:Volume host-data-cache
            aws:ebs/volume:Volume host-data-data
            towpath:platforms:DailySnapshots host-data-snapshots
              aws:dlm/lifecyclePolicy:LifecyclePolicy host-data-snapshots-daily
              aws:iam/role:Role host-data-snapshots-role
              aws:iam/rolePolicyAttachment:RolePolicyAttachment host-data-snapshots-dlm
          towpath:platforms:HostMachine host-machine
            aws:ec2/eip:Eip host-machine-address
            aws:ec2/eipAssociation:EipAssociation host-machine-address
            aws:ec2/instance:Instance host-machine-instance
            aws:ec2/securityGroup:SecurityGroup host-machine-firewall
            aws:ec2/volumeAttachment:VolumeAttachment host-machine-cache
            aws:ec2/volumeAttachment:VolumeAttachment host-machine-data
          towpath:platforms:HostRole host-role
            aws:iam/instanceProfile:InstanceProfile host-role-profile
            aws:iam/role:Role host-role-role
            aws:iam/rolePolicy:RolePolicy host-role-release
            aws:iam/rolePolicyAttachment:RolePolicyAttachment host-role-ssm
          towpath:platforms:PrivateBucket host-releases
            aws:s3/bucket:Bucket host-releases-bucket
            aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration host-releases-lifecycle
            aws:s3/bucketOwnershipControls:BucketOwnershipControls host-releases-owner
            aws:s3/bucketPolicy:BucketPolicy host-releases-tls
            aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock host-releases-closed
            aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration host-releases-encryption
            aws:s3/bucketVersioning:BucketVersioning host-releases-versions
      "
    `);
  });

  it("answers its metadata service to itself alone, and only with a token", async () => {
    expect(only(await run(), INSTANCE).inputs.metadataOptions).toEqual({
      httpEndpoint: "enabled",
      httpTokens: "required",
      httpPutResponseHopLimit: 1,
    });
  });

  it("encrypts every disk", async () => {
    const resources = await run();
    expect(only(resources, INSTANCE).inputs.rootBlockDevice).toMatchObject({
      encrypted: true,
      volumeType: "gp3",
      volumeSize: 20,
    });
    const disks = resources.filter(({ type }) => type === "aws:ebs/volume:Volume");
    expect(
      disks.map(({ inputs }) => [inputs.encrypted, inputs.type, inputs.size, inputs.availabilityZone]),
    ).toEqual([
      [true, "gp3", 10, "us-east-1a"],
      [true, "gp3", 10, "us-east-1a"],
    ]);
  });

  it("uses a customer's key where one is given, and grants its use", async () => {
    const keyArn = "arn:aws:kms:us-east-1:123456789012:key/k";
    const resources = await run({ keyArn });
    expect(only(resources, INSTANCE).inputs.rootBlockDevice).toMatchObject({ kmsKeyId: keyArn });
    expect(only(resources, "aws:ebs/volume:Volume", "-data").inputs.kmsKeyId).toBe(keyArn);
    expect(statements(resources)).toContainEqual(
      expect.objectContaining({ Sid: "UseStackKey", Resource: [keyArn] }),
    );
  });

  it.each([
    ["t4g.small", "arm64"],
    ["m7i.large", "amd64"],
  ])("starts %s from Canonical's %s image", async (instanceType, architecture) => {
    const { resources } = await runComponent(() => {
      expect(dockerHost({ instanceType }).architecture).toBe(architecture);
    });
    expect(only(resources, INSTANCE).inputs).toMatchObject({
      instanceType,
      ami: expect.stringMatching(/^ami-/),
      ebsOptimized: true,
    });
  });

  it("refuses a type whose disks cannot be told apart", async () => {
    await expect(run({ instanceType: "t2.micro" })).rejects.toThrow(InvalidInput);
  });

  it("never bursts at a price", async () => {
    expect(only(await run(), INSTANCE).inputs.creditSpecification).toEqual({ cpuCredits: "standard" });
    expect(
      only(await run({ instanceType: "m7g.large" }), INSTANCE).inputs.creditSpecification,
    ).toBeUndefined();
  });

  it("lets in the proxy and what the app opens, from the given blocks, and describes each rule", async () => {
    const resources = await run({
      openPorts: [{ port: 5432, protocol: "tcp", service: "db" }],
      allowedCidrs: ["203.0.113.0/24", "2001:db8::/32"],
    });
    const { ingress, egress } = only(resources, FIREWALL).inputs as Record<string, Record<string, unknown>[]>;
    expect(ingress?.map(rule => [rule.protocol, rule.fromPort, rule.toPort])).toEqual([
      ["tcp", 80, 80],
      ["tcp", 443, 443],
      ["tcp", 5432, 5432],
    ]);
    for (const rule of ingress ?? [])
      expect(rule).toMatchObject({ cidrBlocks: ["203.0.113.0/24"], ipv6CidrBlocks: ["2001:db8::/32"] });
    for (const rule of [...(ingress ?? []), ...(egress ?? [])])
      expect(rule.description).toMatch(/^.{3,255}$/);
  });

  it("has a role without wildcards that reads its own secrets and no other's", async () => {
    const granted = statements(await run());
    for (const { Effect, Action, Resource } of granted) {
      expect(Action.join(" ")).not.toContain("*");
      if (Effect === "Allow") expect(Resource).not.toContain("*");
    }
    const own = "arn:aws:ssm:us-east-1:123456789012:parameter/towpath/shop/dev";
    expect(granted).toContainEqual(
      expect.objectContaining({ Sid: "ReadSecrets", Effect: "Allow", Resource: [own, `${own}/*`] }),
    );
    expect(granted).toContainEqual(
      expect.objectContaining({ Sid: "NoOtherSecrets", Effect: "Deny", NotResource: [own, `${own}/*`] }),
    );
  });

  it("takes daily snapshots of the disks that want them", async () => {
    const resources = await run();
    expect(only(resources, "aws:dlm/lifecyclePolicy:LifecyclePolicy").inputs.policyDetails).toMatchObject({
      targetTags: { "towpath:snapshot": "shop-dev" },
      schedules: [{ createRule: { interval: 24 }, retainRule: { count: 7 } }],
    });
    expect(only(resources, "aws:ebs/volume:Volume", "-data").inputs.tags).toMatchObject({
      "towpath:snapshot": "shop-dev",
    });
    expect(only(resources, "aws:ebs/volume:Volume", "-cache").inputs.tags).not.toHaveProperty(
      "towpath:snapshot",
    );
    const without = await run({ snapshotsKept: 0 });
    expect(without.filter(({ type }) => type.startsWith("aws:dlm"))).toEqual([]);
  });

  it("keeps releases in a private, versioned, encrypted bucket over TLS", async () => {
    const resources = await run();
    const bucket = (kind: string) => only(resources, `aws:s3/bucket${kind}:Bucket${kind}`).inputs;
    expect(bucket("PublicAccessBlock")).toMatchObject({
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
    });
    expect(bucket("Versioning")).toMatchObject({ versioningConfiguration: { status: "Enabled" } });
    expect(JSON.parse(String(bucket("Policy").policy)).Statement).toEqual([
      expect.objectContaining({ Effect: "Deny", Condition: { Bool: { "aws:SecureTransport": "false" } } }),
    ]);
    expect(JSON.stringify(bucket("LifecycleConfiguration"))).toContain("abortIncompleteMultipartUpload");
  });

  it("copies backups to a bucket of their own, which the host adds to and reads, and cannot empty", async () => {
    const resources = await run({ backupDays: 60, keepVolumes: true });
    const bucket = only(resources, "aws:s3/bucket:Bucket", "host-backups-bucket");
    expect(bucket.inputs.forceDestroy).toBe(false);
    const rules = only(
      resources,
      "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
      "host-backups-lifecycle",
    );
    expect(rules.inputs.rules).toContainEqual(
      expect.objectContaining({ filter: { prefix: "backups/" }, expiration: { days: 60 } }),
    );
    const granted = statements(resources).filter(({ Sid }) => /Backups/.test(Sid));
    expect(granted.flatMap(({ Action }) => Action)).toEqual([
      "s3:PutObject",
      "s3:GetObject",
      "s3:ListBucket",
    ]);
    expect(statements(await run()).filter(({ Sid }) => /Backups/.test(Sid))).toEqual([]);
  });

  it("tells the machine its disks by id", async () => {
    const resources = await run();
    const text = String(only(resources, INSTANCE).inputs.userData);
    expect(text).toMatch(/cache cache \/dev\/disk\/by-id\/nvme-Amazon_Elastic_Block_Store_vol[0-9a-f]{17}\n/);
    const attached = resources.filter(({ type }) => type === "aws:ec2/volumeAttachment:VolumeAttachment");
    expect(attached.map(({ inputs }) => inputs.deviceName)).toEqual([
      expect.stringMatching(/^\/dev\/xvd[bc][a-z]$/),
      expect.stringMatching(/^\/dev\/xvd[bc][a-z]$/),
    ]);
  });
});

interface Statement {
  Sid: string;
  Effect: string;
  Action: string[];
  Resource?: string[];
}

function statements(resources: readonly Registered[]): Statement[] {
  return JSON.parse(String(only(resources, "aws:iam/rolePolicy:RolePolicy", "-release").inputs.policy))
    .Statement;
}
