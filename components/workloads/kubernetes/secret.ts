import { sortedEntries } from "../../lib/records";
import type { Manifest } from "./kubernetes-plan";
import { appLabels } from "./labels";
import type { PlanContext } from "./workload";

/** A Secret whose values are names of the plan's secrets; whoever applies it puts the real ones in. */
export function secret(
  { app, namespace }: PlanContext,
  name: string,
  references: Readonly<Record<string, string>>,
): Manifest {
  return {
    apiVersion: "v1",
    kind: "Secret",
    metadata: { name, namespace, labels: appLabels(app.name) },
    type: "Opaque",
    stringData: Object.fromEntries(sortedEntries(references)),
  };
}
