import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { describe, expect, it } from "vitest";
import { runProgram } from "../../cli/engine/run-program";

class Box extends pulumi.ComponentResource {
  constructor(name: string) {
    super("test:index:Box", name, {}, {});
    const bucket = new aws.s3.Bucket(
      `${name}-bucket`,
      { tags: { token: pulumi.secret("canary") } },
      { parent: this },
    );
    new aws.s3.BucketPolicy(
      `${name}-policy`,
      { bucket: bucket.id, policy: bucket.bucketDomainName },
      { parent: this },
    );
    this.registerOutputs({});
  }
}
const run = (program: () => Promise<Record<string, unknown>>) =>
  runProgram({ project: "p", stack: "s", config: {}, program });

describe("runProgram", () => {
  it("records resources with their parents, and hides secrets and unknown values", async () => {
    const { resources } = await run(async () => {
      new Box("box");
      return {};
    });
    expect(resources.map(({ urn, inputs }) => [urn, inputs])).toEqual([
      ["urn:pulumi:s::p::pulumi:pulumi:Stack::p-s", {}],
      ["urn:pulumi:s::p::test:index:Box$aws:s3/bucket:Bucket::box-bucket", { tags: { token: "[secret]" } }],
      [
        "urn:pulumi:s::p::test:index:Box$aws:s3/bucketPolicy:BucketPolicy::box-policy",
        { bucket: "box-bucket", policy: "[unknown]" },
      ],
      ["urn:pulumi:s::p::test:index:Box::box", {}],
    ]);
  });

  it("fails on a data source that has no stand-in", async () => {
    await expect(run(async () => ({ ami: await aws.ec2.getAmi({}) }))).rejects.toThrow(/no stand-in.*getAmi/);
  });

  it("fails on a throw inside apply", async () => {
    const program = async () => {
      pulumi.output(1).apply(() => {
        throw new Error("inside apply");
      });
      return {};
    };
    await expect(run(program)).rejects.toThrow("inside apply");
  });
});
