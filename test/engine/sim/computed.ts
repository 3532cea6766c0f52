import type { Properties } from "./plain";

/** A resource as far as it is known when its outputs are made. */
interface Known {
  readonly id: string;
  /** The outputs before this update; empty at creation. */
  readonly before: Properties;
}

type Computed = (known: Known) => Properties;

/** One more than the last version. */
function nextVersion(path: string): Computed {
  return ({ before }) => ({ [path]: Number(before[path] ?? 0) + 1 });
}

/**
 * What the account adds once a resource exists, beside what the offline preview's stand-ins say. Something
 * that an input says wins.
 */
const COMPUTED: Readonly<Record<string, Computed>> = {
  "aws:ec2/launchTemplate:LaunchTemplate": nextVersion("latestVersion"),
  "aws:eks/cluster:Cluster": ({ id }) => ({ endpoint: `https://${id}.gr7.us-east-1.eks.amazonaws.com` }),
  "aws:s3/bucket:Bucket": ({ id }) => ({ bucket: id, bucketDomainName: `${id}.s3.amazonaws.com` }),
  "aws:ssm/parameter:Parameter": nextVersion("version"),
  "command:local:Command": () => ({ stdout: "", stderr: "" }),
  "command:remote:Command": () => ({ stdout: "", stderr: "" }),
};

/** The outputs that only a real account knows; whatever has no name of its own is named like its id. */
export function computedOutputs(type: string, known: Known): Properties {
  const named = type.startsWith("aws:") ? { name: known.id } : {};
  return { ...named, ...COMPUTED[type]?.(known) };
}
