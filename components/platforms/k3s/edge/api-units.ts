import type { ServerAddresses } from "./join-plan";

const FOLDER = "/etc/systemd/system";

/** The name of what brings a server's private address to a board, without the kind of unit. */
export function apiUnit({ privateAddress }: ServerAddresses): string {
  return `towpath-api-${privateAddress}`;
}

/**
 * Units that answer on a board as a server's private address, and hand each connection on to its public one. K3s tells
 * its agents, and pods that ask for the Service `kubernetes`, the servers' private addresses alone; were it told the
 * public ones, the nodes on EC2 would have to use those too. TLS goes through unopened.
 */
export function apiUnits({
  privateAddress,
  publicAddress,
}: ServerAddresses): Readonly<Record<string, string>> {
  const unit = apiUnit({ privateAddress, publicAddress });
  return {
    [`${FOLDER}/${unit}.socket`]: `[Unit]
Description=API server ${privateAddress} of the cluster, as it is known inside
[Socket]
ExecStartPre=/bin/ip address replace ${privateAddress}/32 dev lo
ListenStream=${privateAddress}:6443
ExecStopPost=-/bin/ip address delete ${privateAddress}/32 dev lo
[Install]
WantedBy=sockets.target
`,
    [`${FOLDER}/${unit}.service`]: `[Unit]
Description=API server ${privateAddress} of the cluster by ${publicAddress}
Requires=${unit}.socket
After=${unit}.socket network-online.target
Wants=network-online.target
[Service]
ExecStart=/usr/lib/systemd/systemd-socket-proxyd ${publicAddress}:6443
DynamicUser=yes
NoNewPrivileges=yes
Restart=on-failure
`,
  };
}

/** Shell lines that take such a unit away, whose socket is `$path`. */
export const DROP_API_UNIT = `unit=$(basename "$path" .socket)
      systemctl disable --quiet --now "$unit.socket" "$unit.service" || :
      rm -f "$path" "${FOLDER}/$unit.service"`;
