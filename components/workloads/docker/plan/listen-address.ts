/**
 * Where published ports answer: the host's own address, which only the host knows and `towpath-rollout` fills in. On
 * another machine the bundle's `.env` says 127.0.0.1.
 */
export const LISTEN_VARIABLE = "TOWPATH_LISTEN";
export const LISTEN_ADDRESS = `\${${LISTEN_VARIABLE}}`;

/** Whether a port of a service is bound to that address. */
export function listens(ports: unknown): boolean {
  return Array.isArray(ports) && ports.some(port => Object(port).host_ip === LISTEN_ADDRESS);
}
