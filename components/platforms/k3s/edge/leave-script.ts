import { sortedEntries } from "../../../lib/records";
import { BOARD_FILE, BOARD_TOKEN_FILE, ENVIRONMENT_FILE, INSTALL } from "../node-paths";
import { KUBELET_FILES } from "../user-data/system-files";
import { DROP_API_UNIT } from "./api-units";
import { BEGIN } from "./board-checks";
import { BOARD_UNIT } from "./board-files";

const FOLDERS = [
  "/etc/rancher",
  "/run/flannel",
  "/run/k3s",
  "/var/lib/cni",
  "/var/lib/kubelet",
  "/var/lib/rancher",
];

const FILES = [
  BOARD_FILE,
  BOARD_TOKEN_FILE,
  ENVIRONMENT_FILE,
  INSTALL,
  ...sortedEntries(KUBELET_FILES).map(([path]) => path),
  `/etc/systemd/system/${BOARD_UNIT}`,
  "/usr/local/bin/k3s",
  "/usr/local/bin/kubectl",
];

/**
 * Runs on a board as root when it leaves: stops K3s and its pods, and takes away what the join put there and what pods
 * left on the disk. It touches nothing when the machine is not, or no longer, the board of this name. What it stops is what
 * `k3s-killall.sh` of the K3s project stops.
 */
export function leaveScript(name: string): string {
  // The token comes in again, and SSH minds when nobody takes it.
  return `${BEGIN}cat >/dev/null
if [ "$(cat ${BOARD_FILE} 2>/dev/null)" != ${name} ]; then
  echo "this machine is not the board ${name} any more: nothing is removed"
  exit 0
fi
${STOP}${CLEAN}rm -rf --one-file-system ${FOLDERS.join(" ")}
rm -f ${FILES.join(" ")}
systemctl daemon-reload
echo "K3s is gone from this board"
`;
}

/** Containers outlive K3s, so that it can be upgraded under them; here they go with it, and what they had mounted. */
const STOP = `systemctl disable --quiet --now ${BOARD_UNIT} || :
# shellcheck disable=SC2046 # numbers
set -- $(ps -e -o pid= -o ppid= -o args= | awk '
  { parent[$1] = $2; if ($3 ~ "^/var/lib/rancher/k3s/data/.*/bin/containerd-shim") ours[$1] = 1 }
  END { for (pid in parent) for (at = pid; at in parent; at = parent[at]) if (at in ours) { print pid; break } }
')
[ $# -eq 0 ] || kill -KILL "$@" 2>/dev/null || :
awk '$2 ~ "^(/run/k3s|/run/netns/cni-|/var/lib/kubelet/pods|/var/lib/rancher/k3s)" { print $2 }' /proc/self/mounts |
  sort -r | while read -r mounted; do umount -l "$mounted" || :; done
`;

const CLEAN = `PATH=$PATH:/var/lib/rancher/k3s/data/current/bin/aux
for link in cni0 flannel-wg; do ip link delete "$link" 2>/dev/null || :; done
for tool in iptables ip6tables; do
  if command -v "$tool-save" >/dev/null; then
    "$tool-save" | grep -v -e KUBE- -e CNI- -e flannel -e FLANNEL | "$tool-restore" || :
  fi
done
for path in /etc/systemd/system/towpath-api-*.socket; do
  [ -e "$path" ] || continue
  ${DROP_API_UNIT}
done
`;
