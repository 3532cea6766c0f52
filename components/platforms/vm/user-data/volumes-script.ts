import { VOLUMES_DIRECTORY, VOLUMES_FILE } from "../host-paths";

/**
 * Formats each data volume the first time and mounts it by label. Run at first boot and by every rollout, since a
 * release may bring a volume. A disk that holds anything is never formatted. The empty mount point is immutable, so
 * that a container cannot write to the root disk when its volume is missing.
 */
export const VOLUMES_SCRIPT = `#!/bin/sh
set -eu
options=defaults,nodev,nofail,x-systemd.device-timeout=120s,x-systemd.before=docker.service
fail() { echo "towpath-volumes: $*" >&2; exit 1; }

while read -r key label device; do
  [ -n "$key" ] || continue
  tries=0
  until [ -b "$device" ]; do
    tries=$((tries + 1))
    [ "$tries" -le 150 ] || fail "$key: $device is not there"
    sleep 2
  done
  dd if="$device" of=/dev/null bs=4096 count=1 2>/dev/null || fail "$key: $device cannot be read"
  status=0
  blkid -p "$device" >/dev/null 2>&1 || status=$?
  case "$status" in
    0) ;;
    2) mkfs.ext4 -q -m 1 -L "$label" "$device" ;;
    *) fail "$key: what $device holds is ambiguous; not formatted" ;;
  esac
  [ "$(blkid -p -s LABEL -o value "$device")" = "$label" ] || e2label "$device" "$label"
  directory="${VOLUMES_DIRECTORY}/$key"
  grep -q "^LABEL=$label " /etc/fstab || echo "LABEL=$label $directory ext4 $options 0 2" >>/etc/fstab
  mountpoint -q "$directory" || {
    mkdir -p "$directory"
    chattr +i "$directory"
    udevadm settle
    mount "$device" "$directory"
    rmdir "$directory/lost+found" 2>/dev/null || true
  }
  resize2fs "$device" >/dev/null 2>&1 || true
done <${VOLUMES_FILE}
systemctl daemon-reload
`;
