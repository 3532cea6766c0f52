/** StorageClass of volumes that pods on several nodes share. */
export const SHARED_CLASS = "efs";
