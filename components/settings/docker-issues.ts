import type { Issue } from "../lib/issues";
import type { DockerSettings } from "./docker";

/** What no single key of `towpath:docker` can tell. */
export function dockerIssues({ docker, acmeEmail }: DockerSettings): Issue[] {
  const { host, backups, monitoring } = docker;
  const { copyTo, endpoint } = backups;
  const inS3 = copyTo?.startsWith("s3://") === true;
  const issues: Issue[] = [];
  const refuse = (key: string, wrong: string, instead: string) =>
    issues.push({ path: `towpath:docker.${key}`, wrong, instead });
  if (host.kind === "ssh" && copyTo === "bucket") {
    refuse("backups.copyTo", "a host over SSH has no bucket of the stack", "write s3://BUCKET or a folder");
  }
  if (host.kind === "ec2" && inS3) {
    refuse("backups.copyTo", "the instance's role reaches the stack's own bucket only", "write bucket");
  }
  if (endpoint !== undefined && !inS3) {
    refuse(
      "backups.endpoint",
      "says where a bucket is that copyTo does not name",
      "write copyTo: s3://BUCKET",
    );
  }
  if (monitoring.kind === "cloudwatch" && host.kind === "ssh") {
    refuse("monitoring.kind", "CloudWatch does not see a host over SSH", "write prometheus");
  }
  if (monitoring.kind === "prometheus" && monitoring.grafana !== undefined && acmeEmail === undefined) {
    refuse("monitoring.grafana", "needs a certificate", "write towpath:acmeEmail too, or leave grafana out");
  }
  return issues;
}
