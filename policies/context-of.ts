import type { Cost } from "../pricing/cost";
import { estimate } from "../pricing/estimate";
import type { PolicyConfig } from "./config";
import type { RuleContext } from "./context";
import { stackOf } from "./stack";
import type { PolicyResource } from "./subject";

/** What the rules are told besides the resource. `today` is an ISO date. */
export function contextOf(
  resources: readonly PolicyResource[],
  config: PolicyConfig,
  today: string,
): RuleContext {
  const { environment, budget, requiredTags = [], allowedRegistries = [] } = config;
  let cost: Cost | undefined;
  return {
    environment,
    today,
    stack: stackOf(resources),
    requiredTags,
    allowedRegistries,
    ...(budget && { budget }),
    cost: () => {
      cost ??= costOf(resources, config, today);
      return cost;
    },
  };
}

function costOf(resources: readonly PolicyResource[], { region, usage }: PolicyConfig, today: string): Cost {
  const priced = resources.map(({ props: inputs, ...one }) => ({ ...one, inputs }));
  return estimate(priced, { region: region ?? "us-east-1", ...(usage && { usage }), today });
}
