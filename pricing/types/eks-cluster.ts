import { eksSupport } from "../eks-support";
import { fields, items, textOf } from "../inputs";
import { priceNodes } from "../nodes";
import type { PricedResource } from "../priced-resource";
import { type Priced, type Pricer, type PricingContext, together } from "../pricer";

const RESOURCE = "aws:eks/cluster:Cluster";
const COMPONENT = "eks:index:Cluster";
/** What `@pulumi/eks` makes unless told to skip it. */
const DEFAULT_NODES = { type: "t3.medium", count: 2 } as const;

/** An EKS control plane, by `@pulumi/eks` or plain, and the logs it writes. */
export const eksCluster: Pricer = {
  types: [RESOURCE, COMPONENT],
  price: (resource, context) => {
    const covered = resource.type === COMPONENT && context.stack.ofType(RESOURCE).length > 0;
    // The real engine shows the component and the cluster inside it: one control plane.
    if (covered)
      return { assumptions: ["the cluster inside eks:index:Cluster is charged, not the component"] };
    return together(
      controlPlane(resource, context),
      controlPlaneLogs(resource, context),
      defaultNodes(resource, context),
      autoMode(resource),
    );
  },
};

function controlPlane({ inputs }: PricedResource, { book, today }: PricingContext): Priced {
  const version = textOf(inputs.version);
  const staysInStandard = fields(inputs.upgradePolicy).supportType === "STANDARD";
  const extended = version !== undefined && !staysInStandard && eksSupport(version, today) === "extended";
  const price = book.price(extended ? "eksExtended" : "eksStandard");
  return {
    charges: [{ what: price.what, price, quantity: book.hoursPerMonth }],
    assumptions:
      version === undefined ? ["an EKS cluster without a version runs one in standard support"] : [],
  };
}

function controlPlaneLogs({ inputs }: PricedResource, { book, usage }: PricingContext): Priced {
  const kinds = items(inputs.enabledClusterLogTypes).length;
  if (kinds === 0) return {};
  const price = book.price("logsIngestion");
  return {
    charges: [{ what: "control-plane logs", price, quantity: kinds * usage.controlPlaneLogsGb }],
    uses: ["controlPlaneLogsGb"],
  };
}

function defaultNodes({ type, inputs }: PricedResource, context: PricingContext): Priced {
  if (type !== COMPONENT || inputs.skipDefaultNodeGroup === true || fields(inputs.autoMode).enabled === true)
    return {};
  const expected = typeof inputs.desiredCapacity === "number" ? inputs.desiredCapacity : DEFAULT_NODES.count;
  const nodes = {
    instanceTypes: [textOf(inputs.instanceType) ?? DEFAULT_NODES.type],
    spot: false,
    expected,
    ceiling: typeof inputs.maxSize === "number" ? inputs.maxSize : expected,
    disks: [],
    publicIpv4: inputs.nodeAssociatePublicIpAddress !== false,
  };
  return together(priceNodes(nodes, context), { unpriced: ["disks of the default node group"] });
}

function autoMode({ inputs }: PricedResource): Priced {
  const on = fields(inputs.autoMode).enabled === true || fields(inputs.computeConfig).enabled === true;
  return on ? { unpriced: ["nodes that EKS Auto Mode makes, and its surcharge of about 12 %"] } : {};
}
