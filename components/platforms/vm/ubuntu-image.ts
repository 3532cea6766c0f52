import type { Architecture } from "../../lib/architecture";

/** Canonical's public SSM parameter that names the current image of Ubuntu 24.04 LTS. */
export function ubuntuImageParameter(architecture: Architecture): string {
  return `/aws/service/canonical/ubuntu/server/24.04/stable/current/${architecture}/hvm/ebs-gp3/ami-id`;
}
