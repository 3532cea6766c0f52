import { templateDisks, templateIsPublic } from "../disk";
import { fields, items, numberOf, textOf } from "../inputs";
import { type Nodes, priceNodes } from "../nodes";
import { type Pricer, together } from "../pricer";

/** An Auto Scaling group: at rest its desired size, at most `maxSize` machines on demand. */
export const autoScalingGroup: Pricer = {
  types: ["aws:autoscaling/group:Group"],
  price: (resource, context) => {
    const { inputs } = resource;
    const expected = numberOf(inputs.desiredCapacity) ?? numberOf(inputs.minSize);
    const ceiling = numberOf(inputs.maxSize);
    if (expected === undefined || ceiling === undefined)
      return { unpriced: ["its sizes are not known before it is made"] };
    const template = context.stack.linked(resource, "aws:ec2/launchTemplate:LaunchTemplate")?.inputs;
    if (template === undefined) return { unpriced: ["its launch template is not in this stack"] };
    const mixed = fields(inputs.mixedInstancesPolicy);
    const alike = {
      instanceTypes: typesOf(mixed, template),
      disks: templateDisks(template, context.book),
      publicIpv4: templateIsPublic(template),
    };
    const marketed = fields(template.instanceMarketOptions).marketType === "spot";
    const parts = split(fields(mixed.instancesDistribution), expected, ceiling, marketed);
    return together(...parts.map(part => priceNodes({ ...alike, ...part }, context)));
  },
};

function typesOf(mixed: Readonly<Record<string, unknown>>, template: Readonly<Record<string, unknown>>) {
  const overrides = items(fields(mixed.launchTemplate).overrides).map(one => fields(one).instanceType);
  return (overrides.length > 0 ? overrides : [template.instanceType]).flatMap(type => textOf(type) ?? []);
}

/** How many of the machines are spot: those beyond the base, by the distribution's percentage (100 on demand by default). */
function split(
  distribution: Readonly<Record<string, unknown>>,
  expected: number,
  ceiling: number,
  marketed: boolean,
): Pick<Nodes, "spot" | "expected" | "ceiling">[] {
  const base = numberOf(distribution.onDemandBaseCapacity) ?? 0;
  const percent = marketed ? 0 : (numberOf(distribution.onDemandPercentageAboveBaseCapacity) ?? 100);
  const onDemand = (size: number) => {
    const floor = Math.min(size, base);
    return floor + Math.ceil(((size - floor) * percent) / 100);
  };
  const spot = { expected: expected - onDemand(expected), ceiling: ceiling - onDemand(ceiling) };
  return [
    { spot: false, expected: onDemand(expected), ceiling: onDemand(ceiling) },
    { spot: true, ...spot },
  ].filter(part => part.ceiling > 0);
}
