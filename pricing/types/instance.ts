import { diskOf, priceDisk } from "../disk";
import { fields, isTrue, items, textOf } from "../inputs";
import { priceNodes } from "../nodes";
import type { PricedResource } from "../priced-resource";
import { type Charge, type Pricer, type PricingContext, together } from "../pricer";

/** Root disk of an Ubuntu image when the program names no size, GiB. */
const IMAGE_DISK_GB = 8;
/** Detailed monitoring is charged as this many custom metrics. */
const DETAILED_METRICS = 7;

/** An EC2 instance with its disks, its public address and detailed monitoring. */
export const instance: Pricer = {
  types: ["aws:ec2/instance:Instance", "aws:ec2/spotInstanceRequest:SpotInstanceRequest"],
  price: (resource, context) => {
    const { inputs, type } = resource;
    const { book } = context;
    const spot = type.includes("spot") || fields(inputs.instanceMarketOptions).marketType === "spot";
    const instanceType = textOf(inputs.instanceType);
    const nodes = priceNodes(
      {
        instanceTypes: instanceType === undefined ? [] : [instanceType],
        spot,
        expected: 1,
        ceiling: 1,
        publicIpv4: isTrue(inputs.associatePublicIpAddress) && !hasElasticIp(resource, context),
        disks: [
          priceDisk(diskOf(inputs.rootBlockDevice, IMAGE_DISK_GB), book),
          ...items(inputs.ebsBlockDevices).map(one => priceDisk(diskOf(one), book)),
        ],
      },
      context,
    );
    const metrics: Charge = {
      what: "detailed monitoring",
      price: book.price("customMetric"),
      quantity: DETAILED_METRICS,
    };
    return together(nodes, { charges: isTrue(inputs.monitoring) ? [metrics] : [] });
  },
};

/** An attached Elastic IP takes the place of the automatic address, and is charged itself. */
function hasElasticIp(resource: PricedResource, { stack }: PricingContext): boolean {
  const attached = [
    ...stack.ofType("aws:ec2/eip:Eip").filter(({ inputs }) => inputs.instance !== undefined),
    ...stack
      .ofType("aws:ec2/eipAssociation:EipAssociation")
      .filter(({ inputs }) => inputs.instanceId !== undefined),
  ];
  const asking = stack
    .ofType(...instance.types)
    .filter(({ inputs }) => isTrue(inputs.associatePublicIpAddress));
  return asking.indexOf(resource) < attached.length;
}
