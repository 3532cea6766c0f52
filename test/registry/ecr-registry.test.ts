import * as pulumi from "@pulumi/pulumi";
import { describe, expect, it } from "vitest";
import { EcrRegistry, type EcrRegistryArgs } from "../../components/registry/ecr-registry";
import { only, runComponent } from "../harness/run-component";

const identity = { project: "shop", stack: "dev", tags: { "towpath:project": "shop" } };
const REPOSITORY = "aws:ecr/repository:Repository";

async function run(services: readonly string[], change: Partial<EcrRegistryArgs> = {}) {
  const seen: Record<string, unknown> = {};
  const { resources } = await runComponent(() => {
    const registry = new EcrRegistry("registry", {
      identity,
      region: "us-east-1",
      environment: "dev",
      ...change,
    });
    pulumi.all(services.map(service => registry.repository(service))).apply(urls => {
      seen.urls = urls;
    });
    registry.pullStatements.apply(statements => {
      seen.statements = statements;
    });
  });
  return { resources, seen };
}

describe("EcrRegistry", () => {
  it("makes a repository a service, once", async () => {
    const { resources, seen } = await run(["web", "worker", "web"]);
    const made = resources.filter(({ type }) => type === REPOSITORY);
    expect(made.map(({ inputs }) => inputs.name)).toEqual([
      "towpath/shop/dev/web",
      "towpath/shop/dev/worker",
    ]);
    const at = "123456789012.dkr.ecr.us-east-1.amazonaws.com/towpath/shop/dev";
    expect(seen.urls).toEqual([`${at}/web`, `${at}/worker`, `${at}/web`]);
  });

  it("makes nothing while nothing is built", async () => {
    const { resources } = await run([]);
    expect(resources.filter(({ type }) => type.startsWith("aws:ecr"))).toEqual([]);
  });

  it("never moves a tag, scans what is pushed, encrypts it and forgets what is old", async () => {
    const { resources } = await run(["web"]);
    expect(only(resources, REPOSITORY).inputs).toMatchObject({
      imageTagMutability: "IMMUTABLE",
      imageScanningConfiguration: { scanOnPush: true },
      encryptionConfigurations: [{ encryptionType: "KMS" }],
      forceDelete: true,
      tags: { "towpath:project": "shop" },
    });
    const policy = JSON.parse(
      String(only(resources, "aws:ecr/lifecyclePolicy:LifecyclePolicy").inputs.policy),
    );
    expect(policy.rules.map((rule: { selection: unknown }) => rule.selection)).toEqual([
      { tagStatus: "untagged", countType: "sinceImagePushed", countUnit: "days", countNumber: 1 },
      { tagStatus: "any", countType: "imageCountMoreThan", countNumber: 10 },
    ]);
  });

  it("keeps production's images, under the customer's key", async () => {
    const { resources } = await run(["web"], {
      environment: "prod",
      keyArn: "arn:aws:kms:us-east-1:1:key/k",
    });
    expect(only(resources, REPOSITORY).inputs).toMatchObject({
      forceDelete: false,
      encryptionConfigurations: [{ encryptionType: "KMS", kmsKey: "arn:aws:kms:us-east-1:1:key/k" }],
    });
  });

  it("lets a host pull this stack's images and nothing else", async () => {
    const { seen } = await run([]);
    expect(seen.statements).toEqual([
      { Sid: "EcrLogin", Effect: "Allow", Action: ["ecr:GetAuthorizationToken"], Resource: ["*"] },
      {
        Sid: "EcrPull",
        Effect: "Allow",
        Action: ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"],
        Resource: ["arn:aws:ecr:us-east-1:123456789012:repository/towpath/shop/dev/*"],
      },
    ]);
  });
});
