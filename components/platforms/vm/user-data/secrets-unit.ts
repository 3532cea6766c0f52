import { INSTALLED_ROLLOUT } from "../host-paths";

/** Secrets stand on tmpfs, so they are fetched again before Docker starts containers after a reboot. */
const SERVICE = `[Unit]
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

export const SECRETS_UNIT: Readonly<Record<string, string>> = {
  "/etc/systemd/system/towpath-secrets.service": SERVICE,
};
