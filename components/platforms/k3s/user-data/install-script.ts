import { ENVIRONMENT_FILE } from "../node-paths";

/**
 * Puts a release of K3s in place: `towpath-k3s-install VERSION ARM64 AMD64`, the last two being the checksums of its
 * binaries or `none`. The binary comes from the project's releases over
 * TLS and is held against a checksum: the pinned one, else the release's own list, which shows a broken download but
 * not a replaced release. A running K3s is restarted on a new version; its pods run on.
 */
export const INSTALL_SCRIPT = `#!/bin/sh
set -eu
set -a
# shellcheck disable=SC1091 # written at first boot
. ${ENVIRONMENT_FILE}
set +a
version=$1 arm64=$2 amd64=$3
if k3s --version 2>/dev/null | grep -qF "k3s version $version "; then exit 0; fi
case "$(dpkg --print-architecture)" in
  arm64) binary=k3s-arm64 sums=sha256sum-arm64.txt pinned=$arm64 ;;
  amd64) binary=k3s sums=sha256sum-amd64.txt pinned=$amd64 ;;
  *) echo "towpath-k3s-install: no K3s for this architecture" >&2; exit 1 ;;
esac
base=https://github.com/k3s-io/k3s/releases/download/$(printf %s "$version" | sed 's/+/%2B/')
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
fetch() {
  curl -fsSL --proto =https --tlsv1.2 --retry 10 --retry-all-errors --retry-delay 6 -o "$folder/$1" "$base/$1" ||
    { echo "towpath-k3s-install: cannot download $base/$1" >&2; exit 1; }
}
fetch "$binary"
if [ "$pinned" = none ]; then
  fetch "$sums"
  pinned=$(awk -v name="$binary" '$2 == name { print $1 }' "$folder/$sums")
fi
echo "$pinned  $folder/$binary" | sha256sum --check --strict --quiet ||
  { echo "towpath-k3s-install: $base/$binary is not the file that was listed" >&2; exit 1; }
install -m 0755 "$folder/$binary" /usr/local/bin/k3s
ln -sf k3s /usr/local/bin/kubectl
if systemctl is-active --quiet "$UNIT"; then systemctl restart "$UNIT"; fi
`;
