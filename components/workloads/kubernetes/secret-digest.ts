import { createHmac } from "node:crypto";

/** A digest of secrets, by name, that only who has the key can make; 32 hex digits. */
export function secretDigest(key: string, values: Readonly<Record<string, string>>): string {
  return createHmac("sha256", key).update(JSON.stringify(values)).digest("hex").slice(0, 32);
}
