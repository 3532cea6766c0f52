import { INSTALLED_ROLLOUT } from "../host-paths";

/** Frees space before the root disk is full. What no container uses is dropped; volumes are never touched. */
const DISK_GUARD = `#!/bin/sh
set -eu
used=$(df --output=pcent / | tail -n 1 | tr -dc 0-9)
[ "$used" -ge 80 ] || exit 0
logger -t towpath "root disk at $used %: removing unused images and old logs"
docker builder prune --force >/dev/null
docker image prune --all --force --filter until=168h >/dev/null
journalctl --vacuum-size=200M >/dev/null 2>&1
apt-get clean
`;

const DISK_GUARD_SERVICE = `[Unit]
Description=Free space on the root disk
[Service]
Type=oneshot
ExecStart=/usr/local/sbin/towpath-disk-guard
`;

const DISK_GUARD_TIMER = `[Unit]
Description=Look after the root disk every hour
[Timer]
OnCalendar=hourly
RandomizedDelaySec=300
[Install]
WantedBy=timers.target
`;

/** Secrets stand on tmpfs, so they are fetched again before Docker starts containers after a reboot. */
const SECRETS_SERVICE = `[Unit]
Description=Fetch the app's secrets
Wants=network-online.target
After=network-online.target
Before=docker.service
ConditionPathExists=${INSTALLED_ROLLOUT}
[Service]
Type=oneshot
RemainAfterExit=yes
ExecStart=${INSTALLED_ROLLOUT} boot
Restart=on-failure
RestartSec=5
[Install]
WantedBy=multi-user.target docker.service
`;

/** Systemd units and what they run, by path. */
export const UNITS: Readonly<Record<string, string>> = {
  "/etc/systemd/system/towpath-disk-guard.service": DISK_GUARD_SERVICE,
  "/etc/systemd/system/towpath-disk-guard.timer": DISK_GUARD_TIMER,
  "/etc/systemd/system/towpath-secrets.service": SECRETS_SERVICE,
  "/usr/local/sbin/towpath-disk-guard": DISK_GUARD,
};
