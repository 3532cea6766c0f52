/** What the linter says of one policy. */
export interface Finding {
  /** Name of the policy's file. */
  readonly policy: string;
  readonly issue: string;
  readonly severity: string;
  /** JSON text. */
  readonly detail: string;
}

/** A finding that stands, and why. */
export interface Exception {
  readonly issue: string;
  readonly detail: RegExp;
  readonly because: string;
}

/** Findings that are none: each has been looked at. */
export const ACCEPTED: readonly Exception[] = [
  {
    issue: "RESOURCE_MISMATCH",
    detail:
      /^\[(\{"action":"ec2:(RunInstances|CreateFleet|CreateSnapshot|CreateVolume)","required_format":"[^"]*"\},?)+\]$/,
    because:
      "one call needs images, subnets and machines at once, or a disk and its snapshot, each kind under a condition of its own, and so several statements; the linter looks at one",
  },
];

export function isAccepted(finding: Finding, exceptions: readonly Exception[] = ACCEPTED): boolean {
  return exceptions.some(({ issue, detail }) => finding.issue === issue && detail.test(finding.detail));
}
