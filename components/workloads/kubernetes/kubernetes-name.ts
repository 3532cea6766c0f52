import { physicalName } from "../../lib/names";

/**
 * A Service's name from Compose names: a DNS label (RFC 1035), so lower case, at most 63 characters and with a
 * letter first; `_` and `.` become `-`.
 */
export function kubernetesName(...parts: readonly string[]): string {
  const name = physicalName(parts);
  return /^[a-z]/.test(name) ? name : physicalName(["s", name]);
}
