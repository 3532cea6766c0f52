/** How a registry wants to be asked: its answer to a request without credentials. */
export type Challenge =
  | { readonly kind: "basic" }
  | {
      readonly kind: "bearer";
      readonly realm: string;
      readonly parameters: Readonly<Record<string, string>>;
    };

/** Reads a `WWW-Authenticate` header (RFC 9110, and the token authentication of the distribution project). */
export function challengeOf(header: string): Challenge | undefined {
  if (/^basic\b/i.test(header)) return { kind: "basic" };
  if (!/^bearer\b/i.test(header)) return undefined;
  const { realm, ...parameters } = Object.fromEntries(
    [...header.matchAll(/(\w+)="([^"]*)"/g)].map(([, name = "", value = ""]) => [name, value]),
  );
  return realm === undefined ? undefined : { kind: "bearer", realm, parameters };
}
