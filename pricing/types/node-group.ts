import { diskOf, priceDisk, templateDisks, templateIsPublic } from "../disk";
import { fields, isTrue, items, numberOf, textOf } from "../inputs";
import { priceNodes } from "../nodes";
import type { PricedResource } from "../priced-resource";
import { type Pricer, type PricingContext, together } from "../pricer";

/** Disk of a managed node when nobody names a size, GiB. */
const DEFAULT_DISK_GB = 20;

/** An EKS managed node group: at rest its desired size, at most `maxSize` nodes on demand. */
export const nodeGroup: Pricer = {
  types: ["aws:eks/nodeGroup:NodeGroup"],
  price: (resource, context) => {
    const { inputs } = resource;
    const template = inputs.launchTemplate === undefined ? {} : templateOf(resource, context);
    const { desiredSize, minSize, maxSize } = fields(inputs.scalingConfig);
    const expected = numberOf(desiredSize) ?? numberOf(minSize);
    const ceiling = numberOf(maxSize);
    if (expected === undefined || ceiling === undefined)
      return { unpriced: ["its sizes are not known before it is made"] };
    const disks = templateDisks(template, context.book);
    const fallback = priceDisk(diskOf({ volumeSize: inputs.diskSize }, DEFAULT_DISK_GB), context.book);
    const types = items(inputs.instanceTypes).flatMap(type => textOf(type) ?? []);
    const instanceTypes = types.length > 0 ? types : [textOf(template.instanceType) ?? "t3.medium"];
    const subnets = nodeSubnets(context);
    const nodes = priceNodes(
      {
        instanceTypes,
        spot: inputs.capacityType === "SPOT",
        expected,
        ceiling,
        disks: disks.length > 0 ? disks : [fallback],
        publicIpv4: templateIsPublic(template) || subnets.public,
      },
      context,
    );
    return together(nodes, { assumptions: subnets.assumptions });
  },
};

function templateOf(resource: PricedResource, { stack }: PricingContext): PricedResource["inputs"] {
  return stack.linked(resource, "aws:ec2/launchTemplate:LaunchTemplate")?.inputs ?? {};
}

/** Which subnets nodes stand in is known only by id: with a NAT gateway the private ones, else the public ones. */
function nodeSubnets({ stack }: PricingContext): { public: boolean; assumptions: string[] } {
  const isPublic = stack.ofType("aws:ec2/subnet:Subnet").some(one => isTrue(one.inputs.mapPublicIpOnLaunch));
  if (!isPublic) return { public: false, assumptions: [] };
  const hasNat = stack.ofType("aws:ec2/natGateway:NatGateway").length > 0;
  return hasNat
    ? { public: false, assumptions: ["nodes stand in private subnets, since the stack has a NAT gateway"] }
    : { public: true, assumptions: ["nodes stand in public subnets, each with an IPv4 address"] };
}
