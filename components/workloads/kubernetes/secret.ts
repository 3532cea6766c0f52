import { compact, sortedEntries } from "../../lib/records";
import type { Manifest } from "./kubernetes-plan";
import { appLabels, type Labels } from "./labels";
import type { PlanContext } from "./workload";

/** A Secret whose values are names of the plan's secrets; whoever applies it puts the real ones in. */
export function secret(
  { app, namespace }: PlanContext,
  name: string,
  references: Readonly<Record<string, string>>,
  annotations?: Labels,
): Manifest {
  return {
    apiVersion: "v1",
    kind: "Secret",
    metadata: compact({ name, namespace, labels: appLabels(app.name), annotations }),
    type: "Opaque",
    stringData: Object.fromEntries(sortedEntries(references)),
  };
}
