import type { CanonicalImage } from "../../components/app/lock/canonical-image";
import { InvalidInput } from "../../components/lib/issues";

/** By registry, the host and the path prefix that answer in its place. */
export type Mirrors = ReadonlyMap<string, { readonly host: string; readonly prefix: string }>;

/** Reads `REGISTRY=HOST[:PORT][/PREFIX]` entries. @throws InvalidInput for those that are none */
export function readMirrors(entries: readonly string[]): Mirrors {
  const wrong = entries.filter(entry => !/^[^=/\s]+=[^=/\s]+(\/[^=\s]*)?$/.test(entry));
  if (wrong.length > 0) {
    const instead = "write REGISTRY=HOST, for example docker.io=mirror.example.com/hub";
    throw new InvalidInput(
      wrong.map(entry => ({ path: "--mirror", wrong: `${entry} names no mirror`, instead })),
    );
  }
  return new Map(
    entries.map(entry => {
      const [registry = "", place = ""] = entry.split("=");
      const [host = "", ...prefix] = place.split("/");
      return [registry, { host, prefix: prefix.filter(step => step !== "").join("/") }];
    }),
  );
}

/** Where to ask for an image: at its registry, or at the mirror in its place. */
export function placeOf(
  { registry, repository }: CanonicalImage,
  mirrors: Mirrors,
): { readonly host: string; readonly repository: string } {
  const mirror = mirrors.get(registry);
  if (mirror === undefined) return { host: registry, repository };
  return {
    host: mirror.host,
    repository: mirror.prefix === "" ? repository : `${mirror.prefix}/${repository}`,
  };
}
