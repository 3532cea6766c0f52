import { describe, expect, it } from "vitest";
import { ebsDriverStatements } from "../../components/platforms/storage-drivers/ebs-statements";
import { efsDriverStatements } from "../../components/platforms/storage-drivers/efs-statements";

const grants = { project: "shop", stack: "prod", region: "eu-west-1", accountId: "123456789012" };
const ebs = ebsDriverStatements(grants);
const efs = efsDriverStatements(grants);
const READS = /:Describe/;

/** What a condition says of a tag, of what is there or of what is made. */
const tag = (of: { Condition?: unknown }, name: string) => {
  const { StringEquals } = (of.Condition ?? {}) as { StringEquals?: Record<string, string> };
  return StringEquals?.[`aws:ResourceTag/${name}`] ?? StringEquals?.[`aws:RequestTag/${name}`];
};
const of = (statements: typeof ebs, action: string) =>
  statements.filter(({ Action }) => Action.includes(action));

describe("what storage drivers may do", () => {
  it("is no wildcard action, and changes nothing of everything", () => {
    for (const { Action, Resource, Condition } of [...ebs, ...efs]) {
      for (const action of Action) expect(action).not.toContain("*");
      if (Action.every(action => READS.test(action))) continue;
      expect(Resource).not.toContain("*");
      expect(Condition, Action.join()).toBeDefined();
    }
  });

  it("is limited to disks, snapshots and machines with the stack's tags", () => {
    const changing = ebs.filter(({ Action }) => !Action.some(action => READS.test(action)));
    for (const statement of changing) {
      if (statement.Action.includes("ec2:CreateTags")) continue;
      expect(tag(statement, "towpath:project"), statement.Sid).toBe("shop");
      if (statement.Sid !== "BeginWithSnapshots") expect(tag(statement, "towpath:stack")).toBe("prod");
    }
    expect(of(ebs, "ec2:CreateTags").map(({ Condition }) => Condition)).toEqual([
      { StringEquals: { "ec2:CreateAction": ["CreateVolume", "CreateSnapshot"] } },
    ]);
  });

  it("deletes nothing but what the driver made", () => {
    for (const action of ["ec2:DeleteVolume", "ec2:DeleteSnapshot"])
      expect(of(ebs, action).map(one => tag(one, "ebs.csi.aws.com/cluster"))).toEqual(["true"]);
    expect(
      of(efs, "elasticfilesystem:DeleteAccessPoint").map(one => tag(one, "efs.csi.aws.com/cluster")),
    ).toEqual(["true"]);
  });

  it("names snapshots as AWS does, without an account", () => {
    for (const action of ["ec2:DeleteSnapshot", "ec2:CreateSnapshot"]) {
      const resources = of(ebs, action).flatMap(({ Resource }) => Resource);
      expect(resources).toContain("arn:aws:ec2:eu-west-1::snapshot/*");
    }
  });

  it("cuts folders of the stack's own file system alone", () => {
    const [make] = of(efs, "elasticfilesystem:CreateAccessPoint");
    expect(make?.Resource).toEqual(["arn:aws:elasticfilesystem:eu-west-1:123456789012:file-system/*"]);
    expect(tag(make ?? {}, "towpath:stack")).toBe("prod");
  });
});
