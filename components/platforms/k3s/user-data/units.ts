import { ENVIRONMENT_FILE, PREPARE, REAP } from "../node-paths";

/** The service of K3s on servers and on agents; those on EC2 wait for what `prepare` waits for. */
export function k3sUnit(command: "server" | "agent", prepare: readonly string[] = [PREPARE]): string {
  return `[Unit]
Description=Kubernetes by K3s (${command})
Documentation=https://docs.k3s.io
Wants=network-online.target
After=network-online.target
[Service]
Type=notify
${prepare.map(program => `ExecStartPre=${program}\n`).join("")}ExecStart=/usr/local/bin/k3s ${command}
KillMode=process
Delegate=yes
LimitNOFILE=1048576
LimitNPROC=infinity
LimitCORE=infinity
TasksMax=infinity
TimeoutStartSec=0
Restart=always
RestartSec=5s
[Install]
WantedBy=multi-user.target
`;
}

/** Every minute, on servers. */
export const REAP_UNITS: Readonly<Record<string, string>> = {
  "/etc/systemd/system/towpath-reap-nodes.service": `[Unit]
Description=Take lost nodes out of the cluster
After=k3s.service
[Service]
Type=oneshot
EnvironmentFile=${ENVIRONMENT_FILE}
ExecStart=${REAP}
`,
  "/etc/systemd/system/towpath-reap-nodes.timer": `[Unit]
Description=Look for lost nodes every minute
[Timer]
OnBootSec=5min
OnUnitActiveSec=1min
[Install]
WantedBy=timers.target
`,
};
