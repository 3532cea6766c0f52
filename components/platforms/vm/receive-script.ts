import { RELEASES_DIRECTORY, ROLLOUT_PROGRAM } from "./host-paths";

/**
 * Unpacks a bundle and runs its rollout. Both transports end in these lines, with `bundle` (a file) and `digest`
 * set before them. An unpacked release is complete or not there: it is written aside and renamed.
 */
export const RECEIVE_SCRIPT = `set -eu
command -v cloud-init >/dev/null && { cloud-init status --wait >/dev/null || [ $? -eq 2 ] || {
  echo "towpath: the host's first boot failed; see /var/log/cloud-init-output.log" >&2; exit 1; }; }
release="${RELEASES_DIRECTORY}/$digest"
python3 - "$bundle" "$digest" "$release" <<'PYTHON'
import hashlib, json, os, shutil, sys

bundle, digest, release = sys.argv[1:]
with open(bundle, "rb") as file:
    data = file.read()
if hashlib.sha256(data).hexdigest() != digest:
    sys.exit("towpath: the bundle is not the one that was sent")
if os.path.isdir(release):
    sys.exit(0)
aside = release + ".partial"
shutil.rmtree(aside, ignore_errors=True)
for path, text in json.loads(data)["files"].items():
    target = os.path.join(aside, path)
    os.makedirs(os.path.dirname(target), exist_ok=True)
    with open(target, "w", encoding="utf-8", newline="") as file:
        file.write(text)
    os.chmod(target, 0o755 if text.startswith("#!") else 0o644)
os.rename(aside, release)
PYTHON
rm -f "$bundle"
exec "$release/${ROLLOUT_PROGRAM}"
`;
