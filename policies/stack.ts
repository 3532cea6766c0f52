import { UNKNOWN } from "../pricing/inputs";
import { grouped } from "./facts/grouped";
import type { PolicyResource } from "./subject";

/** Every resource of the stack, for rules that look at more than one. */
export interface Stack {
  readonly resources: readonly PolicyResource[];
  ofType(...types: readonly string[]): readonly PolicyResource[];
  /** The resources of `types` that were made for `subject`: that depend on it, or name it in their input `key`. */
  companions(subject: PolicyResource, key: string, types: readonly string[]): readonly PolicyResource[];
  /** What `make` says of the stack, worked out once; known by `make` itself, so that must be one function. */
  derived<T>(make: (stack: Stack) => T): T;
}

export function stackOf(resources: readonly PolicyResource[]): Stack {
  const byType = grouped(resources, ({ type }) => type);
  const ofType = (...types: readonly string[]) => types.flatMap(type => byType.get(type) ?? []);
  const made = new Map<(stack: Stack) => unknown, unknown>();
  const stack: Stack = {
    resources,
    ofType,
    derived: <T>(make: (stack: Stack) => T): T => {
      if (!made.has(make)) made.set(make, make(stack));
      return made.get(make) as T;
    },
    companions: (subject, key, types) =>
      ofType(...types).filter(
        ({ dependencies, props }) =>
          dependencies?.includes(subject.urn) === true || isSameName(props[key], subject.props[key]),
      ),
  };
  return stack;
}

/** Two names that are not known yet are not the same name. */
function isSameName(one: unknown, other: unknown): boolean {
  return typeof one === "string" && one !== UNKNOWN && one === other;
}
