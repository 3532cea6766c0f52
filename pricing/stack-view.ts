import type { PricedResource } from "./priced-resource";

/** Every resource of the stack, for prices that depend on more than one. */
export interface StackView {
  ofType(...types: readonly string[]): readonly PricedResource[];
  /**
   * The one of `types` that a resource was made from. By dependencies where they are known, else the one whose
   * name begins most like the resource's, since a component names its children after itself.
   */
  linked(resource: PricedResource, ...types: readonly string[]): PricedResource | undefined;
}

export function stackView(resources: readonly PricedResource[]): StackView {
  const ofType = (...types: readonly string[]) => resources.filter(({ type }) => types.includes(type));
  return {
    ofType,
    linked: (resource, ...types) => {
      const candidates = ofType(...types);
      const named = candidates.filter(({ urn }) => urn !== undefined && resource.dependencies?.includes(urn));
      return longestCommonStart(resource.name, named.length > 0 ? named : candidates);
    },
  };
}

function longestCommonStart(name: string, candidates: readonly PricedResource[]): PricedResource | undefined {
  const common = (other: string) => {
    let length = 0;
    while (length < name.length && name[length] === other[length]) length += 1;
    return length;
  };
  return [...candidates].sort((a, b) => common(b.name) - common(a.name))[0];
}
