import type { Outcome } from "./cluster";

/** Where the machine itself answers: an address of documentation (RFC 5737), which no network of tests has. */
export const OUTSIDE = { address: "192.0.2.1", port: 8099 } as const;

/** Runs a command in a service's container. */
export type Exec = (service: string, command: readonly string[]) => Promise<Outcome>;

/**
 * Connects from each service to each name on port 8080, and to an address that is on none of the app's networks: `true`
 * where the connection opens.
 */
export async function whoReachesWhom(
  exec: Exec,
  services: readonly string[],
  names: readonly string[],
): Promise<Readonly<Record<string, boolean>>> {
  const outside = `${OUTSIDE.address}:${OUTSIDE.port}`;
  const table: Record<string, boolean> = {};
  for (const from of services) {
    const asked = [...names.map(name => `${name}:8080`), outside].map(async to => {
      const { code } = await exec(from, ["/app", "connect", to]);
      table[`${from} ${to}`] = code === 0;
    });
    await Promise.all(asked);
  }
  return Object.fromEntries(Object.entries(table).sort(([a], [b]) => (a < b ? -1 : 1)));
}
