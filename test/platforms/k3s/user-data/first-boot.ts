import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inNamespaces, missingOf } from "../in-namespaces";

/** What is missing to boot user data in a root of its own; empty when nothing is. */
export function missingForFirstBoot(): string {
  return missingOf(["cloud-init", "systemctl", "unshare"]);
}

/**
 * A root that shows this machine's files and keeps what is written to itself, in namespaces without a network, where
 * cloud-init finds the user data and runs its own modules for files and commands. No service runs: units are enabled
 * and not started. Packages are what this machine has: `apt-get` writes down what it is asked for.
 * Parameters are all pending.
 */
const BOOT = `set -eu
work=$(mktemp -d)
mount -t tmpfs first-boot "$work"
trap 'umount -R -l "$work"; rmdir "$work"' EXIT
mkdir "$work/up" "$work/work" "$work/root"
mount -t overlay -o "lowerdir=/,upperdir=$work/up,workdir=$work/work" first-boot "$work/root"
root=$work/root
mount -t proc proc "$root/proc"
mount -t tmpfs run "$root/run"
mount -t tmpfs tmp "$root/tmp"
mount -t tmpfs dev "$root/dev"
for device in null:3 zero:5 random:8 urandom:9; do mknod -m 666 "$root/dev/\${device%:*}" c 1 "\${device#*:}"; done
rm -rf "$root/var/lib/cloud"
seed=$root/var/lib/cloud/seed/nocloud
mkdir -p "$seed" "$root/etc/cloud/cloud.cfg.d"
cp "$1/user-data" "$seed/user-data"
printf 'instance-id: i-first-boot\\nlocal-hostname: node\\n' >"$seed/meta-data"
printf 'datasource_list: [NoCloud, None]\\ncloud_init_modules: []\\ncloud_config_modules: []\\ncloud_final_modules: []\\n' \\
  >"$root/etc/cloud/cloud.cfg.d/99-first-boot.cfg"
tool() { printf '#!/bin/sh\\n%s\\n' "$2" >"$root/usr/local/sbin/$1"; chmod 755 "$root/usr/local/sbin/$1"; }
tool apt-get 'echo "apt-get $*"'
tool sysctl :
tool systemctl 'for each; do shift; [ "$each" = --now ] || set -- "$@" "$each"; done; exec /usr/bin/systemctl "$@"'
tool curl 'for each; do shift; [ "$each" != 10 ] || each=0; set -- "$@" "$each"; done; exec /usr/bin/curl "$@"'
inside() { chroot "$root" env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin "$@"; }
# Parameters that no server has written yet.
packages=$root$(inside /usr/bin/python3 -c 'import site; print(site.getsitepackages()[0])')
mkdir -p "$packages"
cat >"$packages/boto3.py" <<'END'
class client:
    def __init__(self, name): assert name == "ssm"
    def get_parameter(self, Name, WithDecryption): return {"Parameter": {"Value": "pending"}}
END
{
  inside cloud-init init --local
  inside cloud-init init
  inside cloud-init single --name write_files --frequency always
  inside cloud-init single --name runcmd --frequency always
} >"$1/cloud-init.log" 2>&1 || { cat "$1/cloud-init.log" >&2; exit 90; }
[ -z "$2" ] || { printf '%s' "$2" >"$root/usr/local/bin/k3s"; chmod 755 "$root/usr/local/bin/k3s"; }
code=0
inside sh -e /var/lib/cloud/instance/scripts/runcmd || code=$?
echo "=== $code"
cd "$root"
find etc/towpath etc/rancher usr/local/sbin var/lib/rancher etc/systemd/system -newer "$1/user-data" \\( -type f -o -type l \\) \\
  -printf '%m /%p\\n'
`;

export interface FirstBoot {
  /** Exit status of what cloud-init runs once all files are written. */
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
  /** Octal permissions of the files that are there since, and `777` for links, by path. */
  readonly files: Readonly<Record<string, string>>;
}

/** Boots user data as far as it goes without a service; `k3s` is a program to find in the place of K3s. */
export function firstBoot(userData: string, k3s = ""): FirstBoot {
  const folder = mkdtempSync(join(tmpdir(), "first-boot-"));
  try {
    writeFileSync(join(folder, "user-data"), userData);
    const run = inNamespaces(BOOT, "boot", [folder, k3s]);
    const [stdout = "", rest = ""] = run.stdout.split(/^=== /m);
    const [status, ...lines] = rest.trim().split("\n");
    if (status === undefined || !/^\d+$/.test(status)) throw new Error(run.stderr);
    const files = lines.map(line => line.split(" ")).map(([mode = "", path = ""]) => [path, mode] as const);
    return { status: Number(status), stdout, stderr: run.stderr, files: Object.fromEntries(files) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
