import { ENVIRONMENT_FILE, INSTALL, PARAMETER } from "../node-paths";
import { PENDING } from "../parameter-names";
import { UNPINNED } from "./node";

/** From the distribution's own archive; boto3 because Ubuntu packages no AWS CLI. */
const PACKAGES = ["amazon-ecr-credential-helper", "python3-boto3", "unattended-upgrades"];

/**
 * Runs once, at first boot. The archive is asked again for ten minutes: the address may still be moving in. An agent
 * is never newer than the servers, whose upgrade may still be to come: it starts with the version that they run.
 */
export const SETUP_SCRIPT = `#!/bin/sh
set -eu
set -a
# shellcheck disable=SC1091 # written at first boot
. ${ENVIRONMENT_FILE}
set +a
export DEBIAN_FRONTEND=noninteractive
tries=0
until apt-get -q -o DPkg::Lock::Timeout=300 update &&
  apt-get -q -y -o DPkg::Lock::Timeout=300 install --no-install-recommends ${PACKAGES.join(" ")}; do
  tries=$((tries + 1))
  [ "$tries" -le 40 ] || { echo "towpath-setup: packages cannot be installed" >&2; exit 1; }
  sleep 15
done
sysctl --quiet --system
if [ "$ROLE" = agent ]; then
  running=$(${PARAMETER} get "$VERSION_PARAMETER")
  case "$running" in
    ${PENDING} | "$VERSION") ;;
    *) VERSION=$running CHECKSUM_ARM64=${UNPINNED} CHECKSUM_AMD64=${UNPINNED} ;;
  esac
fi
${INSTALL} "$VERSION" "$CHECKSUM_ARM64" "$CHECKSUM_AMD64"
systemctl daemon-reload
systemctl enable --now --no-block "$UNIT"
if [ "$ROLE" != agent ]; then systemctl enable --now towpath-reap-nodes.timer; fi
`;
