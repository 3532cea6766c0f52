import { describe, expect, it } from "vitest";
import { classify } from "../../../cli/leftovers/classify";
import { removalOf } from "../../../cli/leftovers/removals";
import { taggedAnswer, taggedOf } from "../../../cli/leftovers/tagged";

const EC2 = "arn:aws:ec2:us-east-1:123456789012";
const STACK = [
  { Key: "towpath:project", Value: "shop" },
  { Key: "towpath:stack", Value: "prod" },
];
const KEY = "arn:aws:kms:us-east-1:123456789012:key/1a2b";
const BALANCER = "arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/net/a1b2/50dc6c495c0c9188";

/** As `aws resourcegroupstaggingapi get-resources` prints it. */
const ANSWER = {
  PaginationToken: "",
  ResourceTagMappingList: [
    { ResourceARN: `${EC2}:volume/vol-0aa`, Tags: [...STACK, { Key: "towpath:volume", Value: "orders" }] },
    {
      ResourceARN: `${EC2}:volume/vol-0bb`,
      Tags: [...STACK, { Key: "ebs.csi.aws.com/cluster", Value: "true" }],
    },
    { ResourceARN: BALANCER, Tags: STACK },
    { ResourceARN: `${EC2}:instance/i-0cc`, Tags: STACK },
    { ResourceARN: `${EC2}:vpc/vpc-0dd`, Tags: STACK },
    { ResourceARN: KEY, Tags: [...STACK, { Key: "towpath:kept", Value: "the key of what is kept" }] },
    { ResourceARN: "arn:aws:s3:::backups-1", Tags: [...STACK, { Key: "towpath:kept", Value: "backups" }] },
  ],
};

describe("classify", () => {
  const tagged = taggedOf(taggedAnswer.parse(ANSWER));

  it("puts what may cost money first, and says what is kept on purpose", () => {
    expect(classify(tagged, new Set()).map(({ arn, state }) => `${state} ${arn.split("/").at(-1)}`)).toEqual([
      "leftover vol-0bb",
      "leftover vpc-0dd",
      "leftover 50dc6c495c0c9188",
      "kept vol-0aa",
      "kept arn:aws:s3:::backups-1",
      "kept 1a2b",
      "going i-0cc",
    ]);
  });

  it("leaves out what the state still knows", () => {
    const known = new Set([`${EC2}:vpc/vpc-0dd`, BALANCER]);
    expect(classify(tagged, known).map(({ arn }) => arn)).not.toContain(BALANCER);
    expect(classify(tagged, known)).toHaveLength(5);
  });
});

describe("removalOf", () => {
  it.each([
    [`${EC2}:volume/vol-0aa`, "aws ec2 delete-volume --volume-id vol-0aa"],
    [BALANCER, `aws elbv2 delete-load-balancer --load-balancer-arn ${BALANCER}`],
    [
      "arn:aws:elasticloadbalancing:us-east-1:1:loadbalancer/a1b2",
      "aws elb delete-load-balancer --load-balancer-name a1b2",
    ],
    ["arn:aws:s3:::shop-prod-etcd-1", "aws s3 rb --force s3://shop-prod-etcd-1"],
    [
      "arn:aws:ecr:us-east-1:1:repository/towpath/shop/web",
      "aws ecr delete-repository --force --repository-name towpath/shop/web",
    ],
    ["arn:aws:ssm:us-east-1:1:parameter/towpath/shop/x", "aws ssm delete-parameter --name /towpath/shop/x"],
    [
      "arn:aws:logs:us-east-1:1:log-group:/aws/eks/shop/cluster:*",
      "aws logs delete-log-group --log-group-name /aws/eks/shop/cluster",
    ],
    [
      "arn:aws:eks:us-east-1:1:nodegroup/shop/spot/0-1",
      "aws eks delete-nodegroup --cluster-name shop --nodegroup-name spot",
    ],
    ["arn:aws:new:us-east-1:1:thing/x", undefined],
  ])("of %s is %s", (arn, command) => {
    expect(removalOf(arn)).toBe(command);
  });
});
