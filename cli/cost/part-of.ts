import type { Registered } from "../engine/registered";

/** Names the part of the stack that a resource belongs to: the component below the stack that it descends from. */
export function partOf(
  resources: readonly Pick<Registered, "urn" | "name" | "parent">[],
): (name: string) => string {
  const byUrn = new Map(resources.map(resource => [resource.urn, resource]));
  const byName = new Map(resources.map(resource => [resource.name, resource]));
  return name => {
    let here = byName.get(name);
    for (let up = parentOf(here); up !== undefined && up.parent !== undefined; up = parentOf(here)) here = up;
    return here?.name ?? name;
  };

  function parentOf(resource: Pick<Registered, "parent"> | undefined) {
    return resource?.parent === undefined ? undefined : byUrn.get(resource.parent);
  }
}
