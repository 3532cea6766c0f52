import { describe, expect, it } from "vitest";
import { karpenterStatements } from "../../../components/platforms/eks/karpenter/controller-statements";

const statements = karpenterStatements({
  clusterName: "towpath-shop-test",
  region: "eu-west-1",
  accountId: "123456789012",
  subnetIds: ["subnet-1", "subnet-2"],
  securityGroupId: "sg-1",
  queueArn: "arn:aws:sqs:eu-west-1:123456789012:towpath-shop-test",
  nodeRoleArn: "arn:aws:iam::123456789012:role/nodes",
  instanceProfileArn: "arn:aws:iam::123456789012:instance-profile/nodes",
});
const TAG = "kubernetes.io/cluster/towpath-shop-test";

describe("karpenterStatements", () => {
  it("have no wildcard action", () => {
    for (const { Action } of statements) for (const action of Action) expect(action).not.toContain("*");
  });

  it("read what AWS cannot limit, and nothing else of everything", () => {
    const open = statements.filter(({ Resource }) => Resource.includes("*"));
    expect(open.flatMap(({ Action }) => Action)).toEqual(
      expect.arrayContaining(["ec2:DescribeInstances", "pricing:GetProducts", "iam:ListInstanceProfiles"]),
    );
    for (const { Action } of open)
      for (const action of Action) expect(action).toMatch(/^(ec2:Describe|pricing:Get|iam:List)/);
  });

  it("start, tag and end machines by the cluster's tag alone", () => {
    const changing = statements.filter(({ Action }) =>
      Action.some(action => /^ec2:(Terminate|Delete|CreateTags|CreateLaunch)/.test(action)),
    );
    expect(changing).toHaveLength(4);
    for (const { Condition } of changing)
      expect(Object.entries(Condition?.StringEquals ?? {})).toContainEqual([
        expect.stringMatching(new RegExp(`^aws:(Resource|Request)Tag/${TAG}$`)),
        "owned",
      ]);
  });

  it("stand in the cluster's own subnets and group", () => {
    const network = statements.find(({ Sid }) => Sid === "StartInOwnNetwork");
    expect(network?.Resource).toEqual([
      "arn:aws:ec2:eu-west-1:123456789012:security-group/sg-1",
      "arn:aws:ec2:eu-west-1:123456789012:subnet/subnet-1",
      "arn:aws:ec2:eu-west-1:123456789012:subnet/subnet-2",
    ]);
  });

  it("pass the nodes' role to machines and to nothing else", () => {
    const pass = statements.find(({ Action }) => Action.includes("iam:PassRole"));
    expect(pass).toMatchObject({
      Resource: ["arn:aws:iam::123456789012:role/nodes"],
      Condition: { StringEquals: { "iam:PassedToService": "ec2.amazonaws.com" } },
    });
  });
});
