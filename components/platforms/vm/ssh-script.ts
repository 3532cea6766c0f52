import { asRoot } from "./as-root";
import { RECEIVE_SCRIPT } from "./receive-script";

/** Splits the message on standard input into the archive and a folder with a file a secret, on tmpfs. */
const UNPACK = `set -eu
command -v python3 >/dev/null || {
  echo "towpath: this host has no python3; install it as docs/docker.md says under 'A machine of yours'" >&2
  exit 1
}
incoming=$(umask 077 && mkdir -p /run/towpath && mktemp -d /run/towpath/incoming.XXXXXX)
archive="$incoming/archive.json" secrets="$incoming/secrets"
trap 'rm -rf "$incoming"' EXIT
python3 -c '
import json, os, sys

os.umask(0o077)
incoming = sys.argv[1]
message = json.load(sys.stdin)
os.mkdir(incoming + "/secrets")
for path, text in {"archive.json": message["archive"], **{"secrets/" + name: value for name, value in message["secrets"].items()}}.items():
    os.makedirs(os.path.dirname(incoming + "/" + path), exist_ok=True)
    with open(incoming + "/" + path, "w", encoding="utf-8", newline="") as file:
        file.write(text)
' "$incoming"
`;

/** What runs on a host over SSH, as root; `digest` is the archive's. */
export function sshScript(digest: string, user: string): string {
  return asRoot(`${UNPACK}digest=${digest}\n${RECEIVE_SCRIPT}`, user);
}
