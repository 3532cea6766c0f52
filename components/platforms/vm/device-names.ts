import { InvalidInput } from "../../lib/issues";
import { shortHash } from "../../lib/names";

const LETTERS = [..."abcdefghijklmnopqrstuvwxyz"];
/** The names that EC2 takes for more than a handful of volumes: `/dev/xvd[b-c][a-z]`. */
const NAMES = ["b", "c"].flatMap(bus => LETTERS.map(letter => `/dev/xvd${bus}${letter}`));

/** Volumes beside the root disk and the network interface on a Nitro instance. Source: AWS, "EBS volume limits". */
export const MOST_VOLUMES = 26;

/**
 * The device name of each volume. It comes from a hash of the key, not from the key's place in the list, so that
 * another volume hardly ever moves it. Throws InvalidInput for more volumes than an instance takes.
 */
export function deviceNames(keys: readonly string[]): Readonly<Record<string, string>> {
  if (keys.length > MOST_VOLUMES) {
    const wrong = `${keys.length} named volumes, more than the ${MOST_VOLUMES} that one instance takes`;
    throw new InvalidInput([
      { path: "volumes", wrong, instead: "merge volumes or choose target k3s or eks" },
    ]);
  }
  const names: Record<string, string> = {};
  const taken = new Set<string>();
  for (const key of [...keys].sort()) {
    const start = Number.parseInt(shortHash(key), 16) % NAMES.length;
    const free = [...NAMES.slice(start), ...NAMES].find(name => !taken.has(name)) ?? "";
    names[key] = free;
    taken.add(free);
  }
  return names;
}
