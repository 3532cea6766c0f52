import { STATE_DIRECTORY } from "../host-paths";

/** Percent of the root disk from which on space is freed, and of a data volume from which on it is told. */
const LIMITS = { root: 80, volume: 90 } as const;

const SCRIPT = `#!/bin/sh
# Frees space before the root disk is full, the most harmless first, and fails when that is not enough.
# Images of containers and of the current release stay; volumes are never touched.
set -eu
root=${STATE_DIRECTORY}
used() { df --output=pcent "$1" | tail -n 1 | tr -dc 0-9; }
full() { [ "$(used /)" -ge ${LIMITS.root} ]; }
say() { logger -s -t towpath-disk-guard -p "user.$1" "$2"; }
# remove RELEASE…: images that neither a container nor one of these releases needs; Docker itself refuses the former
remove() {
  needed=$(docker ps --all --quiet --no-trunc | xargs -r docker inspect --format '{{.Image}}')
  for release in "$@"; do
    [ -r "$release/images.tsv" ] || continue
    needed="$needed $(cut -f 3 "$release/images.tsv" | xargs -r docker image inspect --format '{{.Id}}' 2>/dev/null || true)"
  done
  for image in $(docker images --quiet --no-trunc | sort -u); do
    case "$needed" in *"$image"*) continue ;; esac
    for name in $(docker image inspect --format '{{range .RepoTags}}{{.}} {{end}}{{range .RepoDigests}}{{.}} {{end}}{{.Id}}' "$image"); do
      docker image rm "$name" >/dev/null 2>&1 || true
    done
  done
}

for volume in "$root"/volumes/*; do
  if [ ! -d "$volume" ] || [ "$(used "$volume")" -lt ${LIMITS.volume} ]; then continue; fi
  say warning "volume \${volume##*/} is at $(used "$volume") %: raise its sizeGb"
done
full || exit 0
before=$(used /)
exec 9>>"$root/lock"
flock --nonblock 9 || { say info "root disk at $before %, left alone while a rollout runs"; exit 0; }
echo "pid $$, disk guard, since $(date -u +%FT%TZ)" >"$root/lock.holder"
apt-get clean
journalctl --quiet --vacuum-size=200M
docker builder prune --force >/dev/null 2>&1 || true
if full; then remove "$root"/releases/*; fi
if full; then remove "$root/current"; fi
after=$(used /)
mkdir -p "$root/log"
printf '%s\\troot\\tdisk-guard: root disk from %s %% to %s %%\\n' "$(date -u +%FT%TZ)" "$before" "$after" >>"$root/log/audit.log"
if full; then
  say err "root disk still at $after %: nothing is left to remove; raise rootDiskGb"
  exit 1
fi
say info "root disk from $before % to $after %"
`;

const SERVICE = `[Unit]
Description=Free space on the root disk
[Service]
Type=oneshot
ExecStart=/usr/local/sbin/towpath-disk-guard
`;

const TIMER = `[Unit]
Description=Look after the root disk every quarter of an hour
[Timer]
OnCalendar=*:0/15
RandomizedDelaySec=60
[Install]
WantedBy=timers.target
`;

/** The timer that looks after the disks, and what it runs, by path. */
export const DISK_GUARD: Readonly<Record<string, string>> = {
  "/etc/systemd/system/towpath-disk-guard.service": SERVICE,
  "/etc/systemd/system/towpath-disk-guard.timer": TIMER,
  "/usr/local/sbin/towpath-disk-guard": SCRIPT,
};
