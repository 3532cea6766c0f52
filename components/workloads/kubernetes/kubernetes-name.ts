import { physicalName } from "../../lib/names";

/**
 * A Service's name from Compose names: a DNS label (RFC 1035), so lower case, at most 63 characters and with a
 * letter first; whatever is no letter or digit becomes `-`, and is left out at the ends of a part.
 */
export function kubernetesName(...parts: readonly string[]): string {
  const name = physicalName(parts.map(part => part.replace(/^[^a-zA-Z0-9]+|[^a-zA-Z0-9]+$/g, "")));
  return /^[a-z]/.test(name) ? name : physicalName(["s", name]);
}
