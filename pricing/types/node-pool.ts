import { vcpusOf } from "../../components/lib/vcpus";
import { diskOf, priceDisk } from "../disk";
import { fields, isTrue, items, numberOf, textOf } from "../inputs";
import { priceNodes } from "../nodes";
import type { PricedResource } from "../priced-resource";
import { type Pricer, type PricingContext, together } from "../pricer";

const CLASS = "kubernetes:karpenter.k8s.aws/v1:EC2NodeClass";

/** A NodePool of Karpenter: at rest no node, at most as many as its limit of processors lets be. */
export const nodePool: Pricer = {
  types: ["kubernetes:karpenter.sh/v1:NodePool"],
  price: ({ inputs }, context) => {
    const { limits, template } = fields(inputs.spec);
    const { requirements, nodeClassRef } = fields(fields(template).spec);
    const instanceTypes = valuesOf(requirements, "node.kubernetes.io/instance-type");
    const largest = Math.max(0, ...instanceTypes.map(type => vcpusOf(type) ?? 0));
    const cpu = numberOf(fields(limits).cpu);
    if (cpu === undefined || largest === 0)
      return { unpriced: ["its nodes: it names no limit of processors or no instance types"] };
    const { blockDeviceMappings, associatePublicIPAddress } = classOf(fields(nodeClassRef).name, context);
    const nodes = priceNodes(
      {
        instanceTypes,
        spot: valuesOf(requirements, "karpenter.sh/capacity-type").includes("spot"),
        expected: 0,
        ceiling: Math.floor(cpu / largest),
        disks: items(blockDeviceMappings).map(mapping => diskPrice(fields(mapping).ebs, context)),
        publicIpv4: isTrue(associatePublicIPAddress),
      },
      context,
    );
    return together(nodes, { assumptions: ["pools of Karpenter have no node at rest"] });
  },
};

function valuesOf(requirements: unknown, key: string): readonly string[] {
  const found = items(requirements)
    .map(fields)
    .find(one => one.key === key);
  return items(found?.values).flatMap(value => textOf(value) ?? []);
}

function classOf(name: unknown, { stack }: PricingContext): PricedResource["inputs"] {
  const found = stack.ofType(CLASS).find(({ inputs }) => fields(inputs.metadata).name === name);
  return fields(found?.inputs.spec);
}

/** Sizes stand as quantities of Kubernetes, `20Gi`. */
function diskPrice(ebs: unknown, { book }: PricingContext) {
  const size = /^(\d+)Gi$/.exec(String(fields(ebs).volumeSize))?.[1];
  return priceDisk(diskOf({ ...fields(ebs), volumeSize: size }), book);
}
