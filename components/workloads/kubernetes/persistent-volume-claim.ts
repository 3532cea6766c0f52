import { volumeExtensionOf } from "../../app/extension-of";
import { compact } from "../../lib/records";
import { claimName } from "./claim-name";
import type { PlannedManifest } from "./kubernetes-plan";
import { appLabels } from "./labels";
import { SKIP_AWAIT } from "./skip-await";
import { spansNodes } from "./volume-sharing";
import type { PlanContext } from "./workload";

/**
 * The claim behind a named volume: for one node at a time (ReadWriteOnce), as one disk is, or for all where the cluster
 * has a class for what is shared. None for an external
 * volume. Belongs to its service when one alone mounts it.
 */
export function persistentVolumeClaim(context: PlanContext, key: string): readonly PlannedManifest[] {
  const { app, facts, namespace, volumeUsers, volumeSizeGb } = context;
  const volume = app.volumes?.[key];
  if (volume?.external === true) return [];
  const users = volumeUsers.get(key) ?? [];
  const isShared = spansNodes(context, key);
  const { sizeGb = volumeSizeGb } = volumeExtensionOf(volume);
  const name = claimName(app, key);
  const manifest = {
    apiVersion: "v1",
    kind: "PersistentVolumeClaim",
    metadata: compact({
      name,
      namespace,
      labels: appLabels(app.name),
      annotations: { ...volume?.labels, ...SKIP_AWAIT },
    }),
    spec: compact({
      accessModes: [isShared ? "ReadWriteMany" : "ReadWriteOnce"],
      storageClassName: isShared ? facts.sharedStorageClass : facts.storageClass,
      resources: { requests: { storage: `${sizeGb}Gi` } },
    }),
  };
  return [{ ...(users.length === 1 && { service: users[0] }), key: `${name}-claim`, manifest }];
}
