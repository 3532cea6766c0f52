/** How the engine marks a special value inside plain data (pulumi/pulumi, sdk/nodejs/runtime/rpc.ts). */
const SIGNATURE = "4dabf18193072939515e22adb298388d";
const SECRET = "1b47061264138c4ac30d75fd1eb44270";

export type Properties = Readonly<Record<string, unknown>>;

/** Whether the engine's inputs hold a secret at this very place. */
function isSecret(value: object): value is { readonly value: unknown } {
  return SIGNATURE in value && value[SIGNATURE] === SECRET;
}

/** Inputs as a provider sees them: what was marked secret as the value itself. */
export function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null) return value;
  if (isSecret(value)) return plain(value.value);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]));
}

/** Two values as data: key order and secret marks aside, assets and archives by their hash. */
export function sameValue(one: unknown, other: unknown): boolean {
  return canonical(one) === canonical(other);
}

function canonical(value: unknown): string {
  return JSON.stringify(plain(value), (_key, inner) => {
    if (typeof inner !== "object" || inner === null || Array.isArray(inner)) return inner;
    if (SIGNATURE in inner && typeof inner.hash === "string") return inner.hash;
    return Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}

/** The value at a dotted path, or undefined. */
export function at(value: unknown, path: string): unknown {
  return path
    .split(".")
    .reduce<unknown>((inner, key) => (isRecord(inner) ? inner[key] : undefined), plain(value));
}

function isRecord(value: unknown): value is Properties {
  return typeof value === "object" && value !== null;
}
