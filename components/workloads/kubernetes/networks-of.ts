import type { Service } from "../../app/model/service";

/** The Compose networks that a service's pods are members of; a withheld host network leaves the default one. */
export function networksOf({ network_mode, networks }: Service): readonly string[] {
  if (network_mode === "none") return [];
  const named = Object.keys(networks ?? {});
  return named.length > 0 ? named : ["default"];
}
