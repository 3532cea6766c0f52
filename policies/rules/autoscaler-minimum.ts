import { numberAt } from "../facts/read";
import { AUTOSCALERS } from "../facts/replicated";
import { defineRule } from "../rule";

export const autoscalerMinimum = defineRule({
  id: "autoscaler-minimum",
  severity: "mandatory-outside-dev",
  sources: ["KS-horizontalpodautoscaler-replicas"],
  title: "Autoscalers keep two replicas or more",
  why: "At one replica, every restart and every drained node is an outage.",
  fix: "set x-towpath.autoscale.min to 2 or more",
  facts: ({ type, props }) => (AUTOSCALERS.includes(type) ? [props] : []),
  fault: props => {
    const least = numberAt(props, "spec.minReplicas") ?? 1;
    return least >= 2 ? undefined : `it goes down to ${least} replicas`;
  },
});
