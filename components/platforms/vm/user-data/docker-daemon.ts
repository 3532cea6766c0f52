/** `/etc/docker/daemon.json`: containers survive a daemon's update, gain no privileges, and their logs rotate. */
export const DOCKER_DAEMON = {
  icc: false,
  "live-restore": true,
  "log-driver": "json-file",
  "log-opts": { "max-file": "3", "max-size": "10m" },
  "no-new-privileges": true,
  "userland-proxy": false,
} as const;
