import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { describe, expect, it, vi } from "vitest";
import { runProgram } from "../../cli/engine/run-program";

const run = (program: () => Promise<Record<string, unknown>>, environment: Record<string, string> = {}) => {
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
  return runProgram({ project: "p", stack: "s", config: {}, program }).finally(() => vi.unstubAllEnvs());
};
const DEBUG = { TOWPATH_DEBUG: "1" };

/** What a program can tell of an output. */
async function told(output: pulumi.Output<unknown>) {
  const resources = await Reflect.get(output, "allResources").call(output);
  return {
    value: await Reflect.get(output, "promise").call(output),
    known: await Reflect.get(output, "isKnown"),
    secret: await Reflect.get(output, "isSecret"),
    of: [...resources].map((one: pulumi.Resource) => Reflect.get(one, "__name")),
  };
}

/** Reads some outputs at once, and some when the resource is there. */
async function program() {
  const key = new aws.kms.Key("key", { description: "one" });
  const bucket = new aws.s3.Bucket("bucket", {
    tags: { token: pulumi.secret("canary"), key: key.arn },
    forceDestroy: true,
  });
  const early = [bucket.tags, bucket.forceDestroy, bucket.bucketDomainName];
  const again = bucket.tags === early[0];
  await new Promise(resolve => bucket.id.apply(resolve));
  const all = [...early, bucket.forceDestroy, bucket.hostedZoneId, key.arn, key.description];
  const members = Object.keys(bucket).filter(name => !name.startsWith("__"));
  return { again, members: members.join(), told: JSON.stringify(await Promise.all(all.map(told))) };
}

describe("the outputs of a resource in a preview", () => {
  it("are what the SDK itself makes of them, whether read early or late", async () => {
    const own = await run(program, DEBUG);
    const lean = await run(program);
    expect(lean).toEqual(own);
    expect(lean.outputs).toMatchObject({ again: true, told: expect.stringContaining("canary") });
  });

  it("are made when they are read, and once", async () => {
    let made: unknown;
    await run(async () => {
      const bucket = new aws.s3.Bucket("bucket");
      const how = () => Object.getOwnPropertyDescriptor(bucket, "arn");
      const before = how()?.get;
      const { arn } = bucket;
      made = { before: typeof before, after: how()?.value === arn };
      return {};
    });
    expect(made).toEqual({ before: "function", after: true });
  });

  it("fail when the resource does", async () => {
    const failing = async () => {
      const bucket = new aws.s3.Bucket("bucket", {
        tags: pulumi.output(Promise.reject(new Error("no tags"))),
      });
      bucket.arn.apply(arn => arn);
      return {};
    };
    await expect(run(failing)).rejects.toThrow("no tags");
    await expect(run(failing, DEBUG)).rejects.toThrow("no tags");
  });
});

it("leaves the SDK as it was after a run", async () => {
  const rpc = await import("@pulumi/pulumi/runtime/rpc.js");
  const members = () => [rpc.transferProperties, Reflect.get(pulumi.Resource, "callsites")];
  const before = members();
  let during: unknown;
  await run(async () => {
    during = members();
    return {};
  });
  expect(members()).toEqual(before);
  expect(during).not.toEqual(before);
});
