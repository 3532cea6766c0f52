import { createHash } from "node:crypto";
import { encodeBase64, hashSync } from "bcryptjs";

const ROUNDS = 10;

/**
 * The line of a password file for the distribution registry, which takes bcrypt alone. The salt comes from user and
 * password, so that the same password is the same line at every update.
 */
export function htpasswd(user: string, password: string): string {
  const bytes = createHash("sha256").update(`towpath registry\0${user}\0${password}`).digest();
  const salt = encodeBase64([...bytes.subarray(0, 16)], 16);
  return `${user}:${hashSync(password, `$2b$${ROUNDS}$${salt}`)}\n`;
}
