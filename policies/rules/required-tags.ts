import { recordAt } from "../facts/read";
import { defineRule } from "../rule";

/** Types that cost money or hold data, and take tags. */
const TAGGABLE = [
  "aws:ebs/volume:Volume",
  "aws:ec2/eip:Eip",
  "aws:ec2/instance:Instance",
  "aws:ec2/natGateway:NatGateway",
  "aws:ec2/vpc:Vpc",
  "aws:ecr/repository:Repository",
  "aws:eks/cluster:Cluster",
  "aws:eks/nodeGroup:NodeGroup",
  "aws:kms/key:Key",
  "aws:lb/loadBalancer:LoadBalancer",
  "aws:s3/bucket:Bucket",
  "eks:index:Cluster",
];

export const requiredTags = defineRule({
  id: "required-tags",
  severity: "mandatory-outside-dev",
  sources: [],
  title: "Resources carry the tags that were agreed on",
  why: "A bill or an incident is traced to its owner by tags.",
  fix: "add the tags, best in towpath:tags",
  facts: ({ type, props }, { requiredTags }) =>
    requiredTags.length > 0 && TAGGABLE.includes(type) ? [props] : [],
  fault: (props, { requiredTags }) => {
    const tags = recordAt(props, "tags");
    const missing = requiredTags.filter(key => tags[key] === undefined);
    return missing.length > 0 ? `it lacks the tags ${missing.join(", ")}` : undefined;
  },
});
