import { ROLLOUT_PROGRAM } from "./host-paths";
import { REGISTRY_TIMER } from "./registry-gc";

/**
 * Unpacks an archive and has its bundle rolled out. Every transport ends in these lines, with these set before them:
 * `archive` (a file), `digest` (the archive's), `secrets` (a folder, or nothing where the host fetches them itself)
 * and `incoming` (what is removed at the end, or nothing). `verb`, where it is set, is the command of the rollout.
 */
export const RECEIVE_SCRIPT = `set -eu
umask 022
# At a first boot packages and volumes come first; a host that cloud-init does not look after has none to wait for.
if [ -e /run/cloud-init/enabled ]; then
  timeout 900 cloud-init status --wait >/dev/null || [ $? -eq 2 ] || {
    echo "towpath: the host's first boot failed; see /var/log/cloud-init-output.log" >&2
    exit 1
  }
fi
bundle=$(mktemp -d)
trap 'rm -rf "$bundle" "$archive" "$incoming"' EXIT
release=$(python3 - "$archive" "$digest" "$bundle" <<'PYTHON'
import hashlib, json, os, sys

prefix = os.environ.get("TOWPATH_PREFIX", "")  # where the host's own files go in a test
archive, digest, bundle = sys.argv[1:]
with open(archive, "rb") as file:
    data = file.read()
if hashlib.sha256(data).hexdigest() != digest:
    sys.exit("towpath: the archive is not the one that was sent; nothing was changed")
content = json.loads(data)
places = {os.path.join(bundle, path): text for path, text in content["files"].items()}
places.update({prefix + path: text for path, text in content["host"].items()})
for path, text in places.items():
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path + ".part", "w", encoding="utf-8", newline="") as file:
        file.write(text)
    os.chmod(path + ".part", 0o755 if text.startswith("#!") else 0o644)
    os.replace(path + ".part", path)
print(content["digest"])
PYTHON
)
if [ -d /run/systemd/system ] && [ -z "\${TOWPATH_PREFIX:-}" ]; then
  systemctl daemon-reload
  systemctl --quiet enable towpath-secrets.service
  systemctl --quiet enable --now towpath-disk-guard.timer
  if [ -e ${REGISTRY_TIMER} ]; then systemctl --quiet enable --now towpath-registry-gc.timer; fi
fi
if [ -x /usr/local/sbin/towpath-volumes ]; then /usr/local/sbin/towpath-volumes; fi
bash "$bundle/${ROLLOUT_PROGRAM}" "\${verb:-apply}" "$bundle" "$release" \${secrets:+"$secrets"}
`;
