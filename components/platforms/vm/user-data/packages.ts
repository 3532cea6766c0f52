/**
 * What the host needs, by the `ID` of its /etc/os-release. Only the distribution's own archive: the ECR credential
 * helper logs in without a stored token, and boto3 fetches secrets (Ubuntu packages no AWS CLI).
 */
export const PACKAGES = {
  ubuntu: [
    "amazon-ecr-credential-helper",
    "chrony",
    "docker-compose-v2",
    "docker.io",
    "logrotate",
    "python3-boto3",
    "unattended-upgrades",
  ],
  debian: [
    "amazon-ecr-credential-helper",
    "chrony",
    "docker-cli",
    "docker-compose",
    "docker.io",
    "logrotate",
    "python3-boto3",
    "unattended-upgrades",
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>;
