import { describe, expect, it } from "vitest";
import { eksFacts } from "../../../components/platforms/eks/eks-facts";
import { EksPlatform } from "../../../components/platforms/eks/eks-platform";
import { only, runComponent } from "../../harness/run-component";
import { fakeNetwork, fakeRegistry } from "../fake-network";
import { IDENTITY, settingsFor } from "../kubernetes-settings";

const settings = settingsFor("eks", {
  network: { nat: "single" },
  eks: {
    endpoint: { cidrs: ["203.0.113.0/24"] },
    pools: [
      { name: "floor", instanceTypes: ["m7g.large"] },
      { name: "jobs", manager: "fargate", namespaces: ["jobs", "batch"], labels: { size: "small" } },
      { name: "web", manager: "fargate", namespaces: ["web"] },
    ],
  },
});
const PROFILE = "aws:eks/fargateProfile:FargateProfile";

describe("pools of Fargate", () => {
  it("are profiles in private subnets, made one after the other, with a role for this cluster's pods", async () => {
    const { resources } = await runComponent(() => {
      const keyArn = "arn:aws:kms:us-east-1:123456789012:key/1";
      const network = fakeNetwork({ inside: true });
      new EksPlatform("eks", { settings, identity: IDENTITY, network, keyArn, registry: fakeRegistry() });
    });
    const jobs = only(resources, PROFILE, "jobs");
    expect(jobs.inputs).toMatchObject({
      subnetIds: ["subnet-private-a", "subnet-private-b"],
      selectors: [
        { namespace: "jobs", labels: { size: "small" } },
        { namespace: "batch", labels: { size: "small" } },
      ],
    });
    expect(only(resources, PROFILE, "web").dependencies).toContain(jobs.urn);
    const { inputs } = only(resources, "aws:iam/role:Role", "fargate-role");
    expect(JSON.parse(String(inputs.assumeRolePolicy)).Statement).toEqual([
      {
        Effect: "Allow",
        Principal: { Service: "eks-fargate-pods.amazonaws.com" },
        Action: "sts:AssumeRole",
        Condition: {
          ArnLike: {
            "aws:SourceArn": "arn:aws:eks:us-east-1:123456789012:fargateprofile/towpath-shop-test/*",
          },
        },
      },
    ]);
  });

  it("are amd64, so images are built for it beside the nodes' architecture", () => {
    expect(eksFacts(settings)).toMatchObject({ architectures: ["amd64", "arm64"], spot: false });
  });
});
