import { BOARD_FILE } from "../node-paths";

/** What a script on a board begins with. */
export const BEGIN = `set -eu
PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
fail() {
  echo "towpath: $*" >&2
  exit 1
}
`;

/**
 * Whether a machine can be a board at all; it says what to do where it cannot. Set before: `want`, the architecture
 * as Debian calls it, and `servers`, the servers' private addresses.
 */
export const BOARD_CHECKS = `[ "$(id -u)" = 0 ] || fail "not root; let the user run sudo without a password, or log in as root"
{ [ -d /run/systemd/system ] && command -v dpkg >/dev/null && command -v apt-get >/dev/null; } ||
  fail "a board is a Debian, Ubuntu or Raspberry Pi OS with systemd, and this is not one"
is=$(dpkg --print-architecture)
[ "$is" = "$want" ] || fail "this system is $is, and the settings say $want; set architecture to arm64, or to arm for armhf"
for unit in k3s k3s-agent; do
  if [ -e "/etc/systemd/system/$unit.service" ] && [ ! -e ${BOARD_FILE} ]; then
    fail "there is a K3s on this machine that is not towpath's; remove it first (k3s-uninstall.sh or k3s-agent-uninstall.sh)"
  fi
done
grep -qw memory /sys/fs/cgroup/cgroup.controllers 2>/dev/null ||
  awk '$1 == "memory" && $4 == 1 { on = 1 } END { exit !on }' /proc/cgroups 2>/dev/null ||
  fail "the kernel counts no memory by cgroup; write cgroup_memory=1 cgroup_enable=memory at the end of the one line of" \\
    "/boot/firmware/cmdline.txt (before Debian 12: /boot/cmdline.txt), reboot, and run pulumi up again"
modprobe wireguard 2>/dev/null || [ -d /sys/module/wireguard ] ||
  fail "the kernel has no WireGuard; install a kernel of 5.6 or newer with its module wireguard, and reboot"
for address in $servers; do
  near=$(ip -4 route show match "$address" scope link | grep -v '^default' || :)
  [ -z "$near" ] || fail "the board's own network ($near) has the address $address of a server; give one of them another: towpath:network.cidr is the cluster's"
done
if ! command -v curl >/dev/null; then
  export DEBIAN_FRONTEND=noninteractive
  apt-get -q -o DPkg::Lock::Timeout=300 update
  apt-get -q -y -o DPkg::Lock::Timeout=300 install --no-install-recommends ca-certificates curl
fi
`;

/**
 * Asks the first server, by the token's own pinned authority, which network the cluster has, before anything is
 * registered: an agent takes over whatever its servers have. Set before: `token` and `server`.
 */
export const CLUSTER_CHECK = `umask 077
folder=$(mktemp -d /run/towpath-join.XXXXXX)
trap 'rm -rf "$folder"' EXIT
case "$token" in
  K10????????????????????????????????????????????????????????????????::*:*) ;;
  *) fail "the cluster has not handed out the agents' token yet; run pulumi up again once its servers are ready" ;;
esac
authority=\${token#K10} authority=\${authority%%::*} login=\${token#*::}
curl -fsSk --max-time 30 --retry 5 --retry-connrefused -o "$folder/ca" "$server/cacerts" ||
  fail "$server does not answer; the board must call out from the address that the settings have as externalAddress"
[ "$(sha256sum <"$folder/ca" | cut -d ' ' -f 1)" = "$authority" ] ||
  fail "$server is not the server whose authority the token pins"
printf 'user = "%s"\\n' "$login" |
  curl -fsS --max-time 30 -K - --cacert "$folder/ca" -o "$folder/config" "$server/v1-k3s/config" ||
  fail "$server does not take the agents' token"
{ grep -q '"FlannelBackend": *"wireguard-native"' "$folder/config" &&
  grep -q '"FlannelExternalIP": *true' "$folder/config"; } ||
  fail "the cluster was made without boards, and its network does not reach them; change it as docs/targets.md says under" \\
    "'Boards at the edge', and run pulumi up again. The board has not joined"
umask 022
`;
