import { STATE_DIRECTORY } from "../host-paths";

/** The rollout's own logs; containers' logs are rotated by Docker, the system's by journald. */
const ROTATION = `${STATE_DIRECTORY}/log/*.log {
  weekly
  maxsize 10M
  rotate 12
  compress
  missingok
  notifempty
}
`;

export const LOG_ROTATION: Readonly<Record<string, string>> = { "/etc/logrotate.d/towpath": ROTATION };
