/** The resource's name, which is the last part of its URN. */
export function resourceName(urn: string): string {
  return urn.split("::").slice(3).join("::") || urn;
}
