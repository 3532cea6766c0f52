import { INSTALLED_ROLLOUT } from "./host-paths";

export const REGISTRY_TIMER = "/etc/systemd/system/towpath-registry-gc.timer";

const SERVICE = `[Unit]
Description=Remove what nothing needs from the host's registry
[Service]
Type=oneshot
Environment=TOWPATH_LOCK_WAIT=900
ExecStart=${INSTALLED_ROLLOUT} registry-gc
`;

/** Nothing can be pushed for the minute that it takes. */
const TIMER = `[Unit]
Description=Clean the host's registry every week
[Timer]
OnCalendar=Sun *-*-* 04:00
RandomizedDelaySec=1800
Persistent=true
[Install]
WantedBy=timers.target
`;

/** The timer of a host that runs its own registry, by path. */
export const REGISTRY_GC: Readonly<Record<string, string>> = {
  "/etc/systemd/system/towpath-registry-gc.service": SERVICE,
  [REGISTRY_TIMER]: TIMER,
};
