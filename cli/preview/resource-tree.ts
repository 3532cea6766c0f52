import type { PreviewedResource } from "./preview";

/** A resource with what stands under it. */
export interface ResourceNode {
  readonly resource: PreviewedResource;
  readonly children: readonly ResourceNode[];
}

/** The resources from their roots down, siblings by name and then by type. */
export function resourceTree(resources: readonly PreviewedResource[]): readonly ResourceNode[] {
  const known = new Set(resources.map(({ urn }) => urn));
  const byParent = new Map<string | undefined, PreviewedResource[]>();
  for (const resource of [...resources].sort(byNameAndType)) {
    const parent = known.has(resource.parent ?? "") ? resource.parent : undefined;
    const siblings = byParent.get(parent);
    if (siblings === undefined) byParent.set(parent, [resource]);
    else siblings.push(resource);
  }
  const nodes = (parent: string | undefined): ResourceNode[] =>
    (byParent.get(parent) ?? []).map(resource => ({ resource, children: nodes(resource.urn) }));
  return nodes(undefined);
}

function byNameAndType(a: PreviewedResource, b: PreviewedResource): number {
  const [left, right] = [`${a.name}\n${a.type}`, `${b.name}\n${b.type}`];
  return left < right ? -1 : left > right ? 1 : 0;
}
