import type { BoardArchitecture } from "../../../lib/edge";
import { sortedEntries } from "../../../lib/records";
import { BOARD_TOKEN_FILE, INSTALL } from "../node-paths";
import { UNPINNED } from "../user-data/node";
import { apiUnit, DROP_API_UNIT } from "./api-units";
import { BEGIN, BOARD_CHECKS, CLUSTER_CHECK } from "./board-checks";
import { BOARD_UNIT, boardFiles } from "./board-files";
import type { JoinPlan } from "./join-plan";

const DEBIAN: Readonly<Record<BoardArchitecture, string>> = { arm64: "arm64", arm: "armhf" };

/** Ends a text in the script; no text has such a line. */
const END = "towpath-end-of-file";

/**
 * Runs on a board as root, with the agents' token on standard input: puts K3s of a version in place and has it join.
 * Run again it changes what differs, and K3s is restarted only then.
 */
export function joinScript(plan: JoinPlan): string {
  const addresses = plan.servers.map(({ privateAddress }) => privateAddress).join(" ");
  return [
    BEGIN,
    `token=$(cat)
want=${DEBIAN[plan.architecture]} servers='${addresses}' server=https://${plan.servers[0]?.publicAddress ?? ""}:6443
`,
    BOARD_CHECKS,
    CLUSTER_CHECK,
    PLACE,
    ...sortedEntries(boardFiles(plan)).map(placed),
    `place 0600 ${BOARD_TOKEN_FILE} <<${END}\n$token\n${END}\n`,
    installed(plan),
    proxied(plan),
    START,
  ].join("");
}

const PLACE = `changed=
place() {
  mkdir -p "$(dirname "$2")"
  new=$(mktemp "$2.XXXXXX")
  cat >"$new"
  chmod "$1" "$new"
  if cmp -s "$new" "$2"; then rm "$new"; else mv "$new" "$2" && changed=yes; fi
}
`;

function placed([path, text]: readonly [string, string]): string {
  return `place ${modeOf(path, text)} ${path} <<'${END}'\n${text}${END}\n`;
}

/** Everyone may read units; the rest is root's. */
function modeOf(path: string, text: string): string {
  if (text.startsWith("#!")) return "0755";
  return path.startsWith("/etc/systemd/") || path.startsWith("/etc/sysctl.d/") ? "0644" : "0600";
}

function installed({ version, checksums, keepsVersion }: JoinPlan): string {
  const { arm64 = UNPINNED, arm = UNPINNED } = checksums;
  const install = `${INSTALL} '${version}' ${arm64} ${arm}\n`;
  const loaded = "sysctl --quiet --load=/etc/sysctl.d/90-kubelet.conf\nsystemctl daemon-reload\n";
  return `${loaded}${keepsVersion ? "[ -x /usr/local/bin/k3s ] || " : ""}${install}`;
}

/** Servers that are no more are answered for no longer. */
function proxied({ servers }: JoinPlan): string {
  const units = servers.map(apiUnit);
  return `for path in /etc/systemd/system/towpath-api-*.socket; do
  unit=$(basename "$path" .socket)
  case "$unit" in
    ${units.join(" | ")}) systemctl enable --quiet --now "$unit.socket" ;;
    *)
      ${DROP_API_UNIT}
      ;;
  esac
done
`;
}

const START = `systemctl enable --quiet ${BOARD_UNIT}
if [ -n "$changed" ]; then
  timeout 300 systemctl restart ${BOARD_UNIT} || :
else
  timeout 300 systemctl start ${BOARD_UNIT} || :
fi
tries=0
until systemctl is-active --quiet ${BOARD_UNIT}; do
  tries=$((tries + 1))
  [ "$tries" -le 60 ] || {
    journalctl --no-pager --quiet --lines=20 --unit=${BOARD_UNIT} >&2 || :
    fail "K3s does not start on this board; above is what it says"
  }
  sleep 5
done
echo "the board runs $(k3s --version | head -n 1)"
`;
