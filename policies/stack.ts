import { UNKNOWN } from "../pricing/inputs";
import type { PolicyResource } from "./subject";

/** Every resource of the stack, for rules that look at more than one. */
export interface Stack {
  readonly resources: readonly PolicyResource[];
  ofType(...types: readonly string[]): readonly PolicyResource[];
  /** The resources of `types` that were made for `subject`: that depend on it, or name it in their input `key`. */
  companions(subject: PolicyResource, key: string, types: readonly string[]): readonly PolicyResource[];
}

export function stackOf(resources: readonly PolicyResource[]): Stack {
  const byType = new Map<string, PolicyResource[]>();
  for (const one of resources) {
    const alike = byType.get(one.type);
    if (alike === undefined) byType.set(one.type, [one]);
    else alike.push(one);
  }
  const ofType = (...types: readonly string[]) => types.flatMap(type => byType.get(type) ?? []);
  return {
    resources,
    ofType,
    companions: (subject, key, types) =>
      ofType(...types).filter(
        ({ dependencies, props }) =>
          dependencies?.includes(subject.urn) === true || isSameName(props[key], subject.props[key]),
      ),
  };
}

/** Two names that are not known yet are not the same name. */
function isSameName(one: unknown, other: unknown): boolean {
  return typeof one === "string" && one !== UNKNOWN && one === other;
}
