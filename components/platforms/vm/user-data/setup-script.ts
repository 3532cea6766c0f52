import { sortedEntries } from "../../../lib/records";
import { STATE_DIRECTORY } from "../host-paths";
import { PACKAGES } from "./packages";

const cases = sortedEntries<readonly string[]>(PACKAGES)
  .map(([id, packages]) => `  ${id}) set -- ${packages.join(" ")} ;;`)
  .join("\n");

/** Runs once, at first boot. The archive is asked again for ten minutes: the address may still be moving in. */
export const SETUP_SCRIPT = `#!/bin/sh
set -eu
# shellcheck disable=SC1091 # the host's own
. /etc/os-release
case "$ID" in
${cases}
  *) echo "towpath-setup: $ID is not of the Debian family" >&2; exit 1 ;;
esac
/usr/local/sbin/towpath-volumes
missing=
for package in "$@"; do
  dpkg-query -W -f '\${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing="$missing $package"
done
tries=0
export DEBIAN_FRONTEND=noninteractive
# shellcheck disable=SC2086 # a list of words
until [ -z "$missing" ] || {
  apt-get -q -o DPkg::Lock::Timeout=300 update &&
    apt-get -q -y -o DPkg::Lock::Timeout=300 -o Dpkg::Options::=--force-confold install --no-install-recommends $missing
}; do
  tries=$((tries + 1))
  [ "$tries" -le 40 ] || { echo "towpath-setup: packages cannot be installed" >&2; exit 1; }
  sleep 15
done
install -d -m 0711 ${STATE_DIRECTORY}
systemctl daemon-reload
systemctl restart docker systemd-journald chrony
systemctl enable --now towpath-disk-guard.timer
systemctl enable towpath-secrets.service
`;
