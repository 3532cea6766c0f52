import { ENVIRONMENT_FILE } from "../node-paths";

/** A machine's architecture by the name that its packages have. */
export type DebianArchitecture = "arm64" | "amd64" | "armhf";

/** What a release calls an architecture: its binary, its list of checksums, and here the variable of the pinned one. */
const RELEASED: Readonly<
  Record<DebianArchitecture, readonly [binary: string, sums: string, pinned: string]>
> = {
  arm64: ["k3s-arm64", "sha256sum-arm64.txt", "arm64"],
  amd64: ["k3s", "sha256sum-amd64.txt", "amd64"],
  armhf: ["k3s-armhf", "sha256sum-arm.txt", "arm"],
};

/**
 * Puts a release of K3s in place: `towpath-k3s-install VERSION CHECKSUM…`, with the checksum of the binary for each of
 * `architectures`, or `none`. The binary comes from the project's releases over
 * TLS and is held against a checksum: the pinned one, else the release's own list, which shows a broken download but
 * not a replaced release. A running K3s is restarted on a new version; its pods run on.
 */
export function installScript(architectures: readonly DebianArchitecture[]): string {
  const given = architectures.map((name, at) => ` ${RELEASED[name][2]}=$${at + 2}`).join("");
  const cases = architectures.map(name => {
    const [binary, sums, pinned] = RELEASED[name];
    return `  ${name}) binary=${binary} sums=${sums} pinned=$${pinned} ;;\n`;
  });
  return `${BEGIN}version=$1${given}${INSTALLED}${cases.join("")}${END}`;
}

const BEGIN = `#!/bin/sh
set -eu
set -a
# shellcheck disable=SC1091 # written at first boot
. ${ENVIRONMENT_FILE}
set +a
`;

const INSTALLED = `
if k3s --version 2>/dev/null | grep -qF "k3s version $version "; then exit 0; fi
case "$(dpkg --print-architecture)" in
`;

const END = `  *) echo "towpath-k3s-install: no K3s for this architecture" >&2; exit 1 ;;
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

/** The script of nodes on EC2: `towpath-k3s-install VERSION ARM64 AMD64`. */
export const INSTALL_SCRIPT = installScript(["arm64", "amd64"]);
