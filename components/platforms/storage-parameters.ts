import { sortedEntries } from "../lib/records";

/** Name of the StorageClass on every cluster that towpath makes. */
export const STORAGE_CLASS = "gp3";

/** Parameters of the EBS CSI driver: what each volume is and which tags it carries. */
export function storageParameters(tags: Readonly<Record<string, string>>): Record<string, string> {
  return {
    type: "gp3",
    encrypted: "true",
    "csi.storage.k8s.io/fstype": "ext4",
    ...snapshotParameters(tags),
  };
}

/** The tags alone, which is all that a snapshot takes; it is encrypted as its volume is. */
export function snapshotParameters(tags: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    sortedEntries(tags).map(([key, value], index) => [`tagSpecification_${index + 1}`, `${key}=${value}`]),
  );
}
