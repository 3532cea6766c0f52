/** What CloudWatch watches of a host: a threshold on a metric, the host's own or EC2's. */
export interface Alarm {
  readonly key: string;
  readonly description: string;
  /** Absent: the host's own namespace. */
  readonly ec2?: true;
  readonly metric: string;
  readonly above?: number;
  readonly below?: number;
  /** Seconds of a period, and how many in a row must be beyond the threshold. */
  readonly period: number;
  readonly periods: number;
  /** What no data means. */
  readonly missing: "missing" | "breaching";
}

export interface Watched {
  readonly instanceType: string;
  /** Whether anything is backed up by the clock. */
  readonly backups: boolean;
}

/** The alarms of a host. Burstable types have credits to run out of. */
export function alarmsOf({ instanceType, backups }: Watched): readonly Alarm[] {
  return [...ALWAYS, ...(/^t\d/.test(instanceType) ? [CREDITS] : []), ...(backups ? [BACKUPS] : [])];
}

const ALWAYS: readonly Alarm[] = [
  {
    key: "down",
    description: "The host does not answer EC2's status checks",
    ec2: true,
    metric: "StatusCheckFailed",
    above: 0,
    period: 60,
    periods: 3,
    missing: "breaching",
  },
  {
    key: "cpu",
    description: "The CPU has been busy above 90 % for a quarter of an hour",
    ec2: true,
    metric: "CPUUtilization",
    above: 90,
    period: 300,
    periods: 3,
    missing: "missing",
  },
  {
    key: "disk",
    description: "A disk is full above 85 %, or the host says nothing of its disks",
    metric: "DiskUsedPercent",
    above: 85,
    period: 300,
    periods: 3,
    missing: "breaching",
  },
  {
    key: "containers",
    description: "A container does not run, or is unhealthy",
    metric: "UnhealthyContainers",
    above: 0,
    period: 60,
    periods: 5,
    missing: "missing",
  },
];

const CREDITS: Alarm = {
  key: "credits",
  description: "The CPU's credits are nearly gone: the host is about to slow down",
  ec2: true,
  metric: "CPUCreditBalance",
  below: 10,
  period: 300,
  periods: 3,
  missing: "missing",
};

const BACKUPS: Alarm = {
  key: "backups",
  description: "A backup is older than its schedule allows",
  metric: "BackupsOverdue",
  above: 0,
  period: 300,
  periods: 3,
  missing: "missing",
};
