import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inNamespaces, missingOf } from "../in-namespaces";
import { API_SERVER } from "./api-server";

/** What is missing to run a board's scripts in a root of its own; empty when nothing is. */
export function missingForBoard(): string {
  const tools = ["unshare", "ip", "openssl", "python3", "curl", "systemd-socket-activate"];
  return missingOf(tools);
}

export const SERVER = { privateAddress: "10.20.0.10", publicAddress: "203.0.113.10" };

/** What runs on the board, as SSH runs it. */
export interface Step {
  readonly command: string;
  readonly stdin?: string;
  /** Shell lines before, outside of the board's root, which is `$root`. */
  readonly before?: string;
  /** Shell lines after, inside of it, whose output is `seen`. */
  readonly look?: string;
}

export interface Ran {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly seen: string;
  /** What systemd was asked for, a line each. */
  readonly calls: readonly string[];
  /** Octal permissions of the files that are the board's own, by path. */
  readonly files: Readonly<Record<string, string>>;
}

export interface Board {
  /** As `dpkg` says it. Default `arm64`. */
  readonly architecture?: string;
  readonly memoryCgroup?: boolean;
  readonly wireguard?: boolean;
  /** What the server's configuration says to an agent; K3s, `pkg/daemons/config`. */
  readonly config?: Readonly<Record<string, unknown>>;
}

/** How a cluster that was made for boards answers. */
export const FOR_BOARDS = { FlannelBackend: "wireguard-native", FlannelExternalIP: true };

/**
 * Runs steps one after another on a machine that shows this one's files and keeps what is written to itself, in
 * namespaces whose only network is a loopback with the server's public address on it. There a server answers over TLS
 * as K3s does; the token pins its authority. Systemd is a stand-in that writes down what it is asked for, and runs a
 * socket's program for real; so is the release server, and what it releases as K3s.
 */
export function onBoard(board: Board, steps: (token: string) => readonly Step[]): readonly Ran[] {
  const folder = mkdtempSync(join(tmpdir(), "board-"));
  try {
    writeFileSync(join(folder, "api.py"), API_SERVER);
    writeFileSync(join(folder, "config.json"), JSON.stringify(board.config ?? FOR_BOARDS));
    authority(folder);
    const hash = spawnSync("sha256sum", [join(folder, "ca.pem")], { encoding: "utf8" }).stdout.slice(0, 64);
    const all = steps(`K10${hash}::node:canary-77aa`);
    for (const [at, { command, stdin = "", before = "", look = "" }] of all.entries()) {
      const place = join(folder, `step-${at}`);
      mkdirSync(place);
      for (const [name, text] of Object.entries({ command, stdin, before, look }))
        writeFileSync(join(place, name), text);
    }
    const { architecture = "arm64", memoryCgroup = true, wireguard = true } = board;
    const given = [folder, architecture, memoryCgroup ? "memory" : "", wireguard ? "true" : "false"];
    const run = inNamespaces(MACHINE, "board", given);
    if (run.status !== 0) throw new Error(run.stdout + run.stderr);
    return JSON.parse(run.stdout);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A certificate authority of K3s' kind, and by it a server's certificate with both addresses. */
function authority(folder: string): void {
  const names = `subjectAltName=IP:${SERVER.privateAddress},IP:${SERVER.publicAddress}`;
  const script = `set -e
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout ca.key -out ca.pem -days 2 -subj /CN=k3s-server-ca
openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout server.key -out server.csr -subj /CN=k3s
openssl x509 -req -in server.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 2 -out server.pem -extfile names
cat server.key >>server.pem`;
  writeFileSync(join(folder, "names"), names);
  const { status, stderr } = spawnSync("sh", ["-c", script], { cwd: folder, encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
}

const MACHINE = `set -eu
folder=$1
mount -t proc proc /proc
work=$(mktemp -d)
mount -t tmpfs board "$work"
mkdir "$work/up" "$work/work" "$work/root"
mount -t overlay -o "lowerdir=/,upperdir=$work/up,workdir=$work/work" board "$work/root"
root=$work/root
mount -t proc proc "$root/proc"
mount -t tmpfs run "$root/run"
mount -t tmpfs tmp "$root/tmp"
mount -t tmpfs dev "$root/dev"
for device in null:3 zero:5 random:8 urandom:9; do mknod -m 666 "$root/dev/\${device%:*}" c 1 "\${device#*:}"; done
mkdir -p "$root/run/systemd/system" "$root/sys/fs/cgroup" "$root/releases"
echo "cpu $3" >"$root/sys/fs/cgroup/cgroup.controllers"
echo "memory 0 1 $([ -n "$3" ] && echo 1 || echo 0)" >"$root/cgroups"
mount --bind "$root/cgroups" "$root/proc/cgroups"
ip link set lo up
ip address add ${SERVER.publicAddress}/32 dev lo
python3 "$folder/api.py" "$folder" >"$folder/api.log" 2>&1 &
until curl -ks -o /dev/null https://${SERVER.publicAddress}:6443/ping; do sleep 0.1; done
tool() { cat >"$root/usr/local/sbin/$1"; chmod 755 "$root/usr/local/sbin/$1"; }
printf '#!/bin/sh\\necho %s\\n' "$2" | tool dpkg
printf '#!/bin/sh\\n[ "$1" = wireguard ] && exec %s\\n' "$4" | tool modprobe
printf '#!/bin/sh\\n:\\n' | tool sysctl
printf '#!/bin/sh\\necho what K3s says\\n' | tool journalctl
printf '#!/bin/sh\\n:\\n' | tool sleep
tool curl <<'END'
#!/bin/sh
for last; do :; done
case "$last" in
  https://github.com/k3s-io/k3s/releases/download/*) ;;
  *) exec /usr/bin/curl "$@" ;;
esac
echo "$last" >>/urls
while [ "$1" != -o ]; do shift; done
version=$(echo "$last" | sed 's#.*/download/##; s#/.*##; s/%2B/+/')
release() { printf '#!/bin/sh\\necho "k3s version %s (stand-in for %s)"\\n' "$version" "$1"; }
case "$last" in
  *.txt) for name in k3s-arm64 k3s-armhf; do release "$name" | sha256sum | sed "s/-$/$name/"; done >"$2" ;;
  *) release "\${last##*/}" >"$2" ;;
esac
END
tool systemctl <<'END'
#!/bin/bash
echo "$*" >>/calls
verb=$1; shift
for unit; do :; done
case "$verb" in
  is-active) [ -e "/run/active-$unit" ] ;;
  start | restart) [ -e /refuse ] || touch "/run/active-$unit" ;;
  disable)
    for unit; do rm -f "/run/active-$unit"; done ;;
  enable)
    case "$unit" in *.socket) ;; *) exit 0 ;; esac
    [ ! -e "/run/active-$unit" ] || exit 0
    at=/etc/systemd/system/$unit
    [ "$(stat -c %a "$at")" = 644 ]
    sed -n 's/^ExecStartPre=//p' "$at" | sh -e
    program=$(sed -n 's/^ExecStart=//p' "\${at%.socket}.service")
    systemd-socket-activate -l "$(sed -n 's/^ListenStream=//p' "$at")" $program >/dev/null 2>&1 </dev/null &
    touch "/run/active-$unit" ;;
esac
END
inside() { chroot "$root" env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin "$@"; }
touch "$folder/began"
for step in "$folder"/step-*; do
  . "$step/before"
  rm -f "$root/calls"
  code=0
  inside sh -c "$(cat "$step/command")" <"$step/stdin" >"$step/stdout" 2>"$step/stderr" || code=$?
  echo "$code" >"$step/status"
  inside sh -c "$(cat "$step/look")" >"$step/seen" 2>&1 || :
  cat "$root/calls" >"$step/calls" 2>/dev/null || :
  (cd "$root" && find etc run usr/local/bin usr/local/sbin/towpath* var/lib/rancher var/lib/kubelet -newer "$folder/began" -type f \\
    -printf '%m /%p\\n' 2>/dev/null) >"$step/files" || :
done
python3 - "$folder" <<'END'
import json, pathlib, sys
def ran(step):
    text = lambda name: (step / name).read_text()
    files = dict(line.split(" ", 1)[::-1] for line in text("files").splitlines())
    return {"status": int(text("status")), **{name: text(name) for name in ("stdout", "stderr", "seen")},
            "calls": text("calls").splitlines(), "files": files}
print(json.dumps([ran(step) for step in sorted(pathlib.Path(sys.argv[1]).glob("step-*"))]))
END
`;
