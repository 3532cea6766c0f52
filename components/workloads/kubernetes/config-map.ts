import { shortHash } from "../../lib/names";
import { compact } from "../../lib/records";
import { kubernetesName } from "./kubernetes-name";
import type { Manifest } from "./kubernetes-plan";
import { appLabels, type Labels } from "./labels";
import type { PlanContext } from "./workload";

/** The most that one ConfigMap holds, bytes. Source: Kubernetes, "ConfigMaps". */
export const CONFIG_MAP_BYTES = 1024 * 1024;

/**
 * A ConfigMap; text in `data`, the rest, as base64, in `binaryData`. Its name ends in a hash of its content and it
 * never changes, so that the pods of the release before keep theirs whatever becomes of the new one.
 */
export function configMap(
  { app, namespace }: PlanContext,
  name: string,
  data: Readonly<Record<string, string>>,
  binaryData: Readonly<Record<string, string>>,
  annotations?: Labels,
): Manifest {
  const content = compact({
    data: Object.keys(data).length > 0 ? data : undefined,
    binaryData: Object.keys(binaryData).length > 0 ? binaryData : undefined,
  });
  const hashed = kubernetesName(name, shortHash(JSON.stringify(content)));
  return {
    apiVersion: "v1",
    kind: "ConfigMap",
    metadata: compact({ name: hashed, namespace, labels: appLabels(app.name), annotations }),
    immutable: true,
    ...content,
  };
}
