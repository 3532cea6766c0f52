import { InvalidInput, type Issue } from "../components/lib/issues";
import { nearest } from "../components/lib/nearest";
import { compact } from "../components/lib/records";

/** What a preview cannot know: how much a stack will be used. Each is a number of 0 or more that the user may set. */
export const USAGE = {
  controlPlaneLogsGb: { default: 0.5, what: "GB a month written by each EKS control-plane log type" },
  crossZoneGb: { default: 10, what: "GB a month between zones, in a stack that has several" },
  dataOutGb: { default: 0, what: "GB a month out to the internet, beyond the 100 that are free" },
  ecrGb: { default: 0.5, what: "GB stored in each ECR repository" },
  efsGb: { default: 5, what: "GB stored in each EFS file system" },
  endpointDataGb: { default: 10, what: "GB a month through each interface endpoint" },
  fargateMemoryGb: { default: 0.5, what: "GB of memory of the pods in each Fargate profile, on average" },
  fargateVcpu: { default: 0.25, what: "vCPU of the pods in each Fargate profile, on average" },
  loadBalancerUnits: { default: 0.1, what: "capacity units in use on each load balancer, on average" },
  logsGb: { default: 0.5, what: "GB a month written to each log group" },
  natDataGb: { default: 10, what: "GB a month through each NAT gateway" },
  s3Gb: { default: 1, what: "GB stored in each S3 bucket" },
  snapshotChangePercent: { default: 2, what: "% of a snapshotted volume changed between two snapshots" },
  snapshotUsedPercent: { default: 30, what: "% of a snapshotted volume that holds data" },
  queueRequestsMillion: { default: 0.5, what: "million requests a month to each SQS queue" },
  spotPercent: { default: 35, what: "% of the on-demand price paid for a spot type without a figure" },
} as const;

export type UsageKey = keyof typeof USAGE;
export type Usage = Readonly<Record<UsageKey, number>>;

/** Fills in the defaults. Throws `InvalidInput` for unknown names and for what is not a number of 0 or more. */
export function resolveUsage(given: Partial<Usage> = {}): Usage {
  const known = Object.keys(USAGE);
  const issues = Object.entries(given).flatMap(([key, value]): Issue[] => {
    const path = `usage.${key}`;
    if (!Object.hasOwn(USAGE, key)) {
      const guess = nearest(key, known);
      return [
        {
          path,
          wrong: "there is no such assumption",
          instead: `write ${guess ?? `one of ${known.join(", ")}`}`,
        },
      ];
    }
    if (value === undefined || (Number.isFinite(value) && value >= 0)) return [];
    return [{ path, wrong: `${value} is no amount`, instead: "write a number of 0 or more" }];
  });
  if (issues.length > 0) throw new InvalidInput(issues);
  const entries = Object.entries(USAGE).map(([key, { default: value }]) => [key, value]);
  return { ...(Object.fromEntries(entries) as Usage), ...compact(given) };
}

/** The assumption as a sentence with the number in use. */
export function assumption(key: UsageKey, usage: Usage): string {
  return `${key} = ${usage[key]}: ${USAGE[key].what}`;
}
