import { compact } from "../../lib/records";
import type { Manifest } from "./kubernetes-plan";
import { appLabels, type Labels } from "./labels";
import type { PlanContext } from "./workload";

/** The most that one ConfigMap holds, bytes. Source: Kubernetes, "ConfigMaps". */
export const CONFIG_MAP_BYTES = 1024 * 1024;

/** A ConfigMap; text in `data`, the rest, as base64, in `binaryData`. */
export function configMap(
  { app, namespace }: PlanContext,
  name: string,
  data: Readonly<Record<string, string>>,
  binaryData: Readonly<Record<string, string>>,
  annotations?: Labels,
): Manifest {
  return compact({
    apiVersion: "v1",
    kind: "ConfigMap",
    metadata: compact({ name, namespace, labels: appLabels(app.name), annotations }),
    data: Object.keys(data).length > 0 ? data : undefined,
    binaryData: Object.keys(binaryData).length > 0 ? binaryData : undefined,
  });
}
