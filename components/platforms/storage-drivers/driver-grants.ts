/** Whose disks and files a storage driver may touch. */
export interface DriverGrants {
  readonly project: string;
  readonly stack: string;
  readonly region: string;
  readonly accountId: string;
}

/** The tags that every resource of a stack carries, as a condition on what is there or on what is being made. */
export function ownTags(
  kind: "RequestTag" | "ResourceTag",
  { project, stack }: Pick<DriverGrants, "project" | "stack">,
): Readonly<Record<string, string>> {
  return { [`aws:${kind}/towpath:project`]: project, [`aws:${kind}/towpath:stack`]: stack };
}
