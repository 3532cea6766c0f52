import type { PolicyConfig } from "../../policies/config";
import type { PolicyResource } from "../../policies/subject";
import { GOOD } from "./good-stack";

/** A good stack with one thing wrong. */
export interface Seeded {
  readonly label: string;
  readonly resources: readonly PolicyResource[];
  readonly config?: Partial<PolicyConfig>;
}

/** Violations by rule id. */
export type Cases = Readonly<Record<string, readonly Seeded[]>>;

/** The good stack with one input of one resource set, or removed when the value is undefined. */
export function change(name: string, path: string, value: unknown): Seeded {
  if (!GOOD.some(one => one.name === name)) throw new Error(`no good resource is called ${name}`);
  const resources = GOOD.map(one =>
    one.name === name ? { ...one, props: put(one.props, path.split("."), value) as typeof one.props } : one,
  );
  return { label: `${name}: ${path} = ${JSON.stringify(value)}`, resources };
}

export function without(name: string): Seeded {
  const resources = GOOD.filter(one => one.name !== name);
  if (resources.length === GOOD.length) throw new Error(`no good resource is called ${name}`);
  return { label: `without ${name}`, resources };
}

/** The resource is there, but made for another. */
export function unlinked(name: string): Seeded {
  const resources = GOOD.map(one => (one.name === name ? { ...one, dependencies: [] } : one));
  return { label: `${name} belongs to something else`, resources };
}

/** In its place stands a resource of another type. */
export function renamed(name: string, type: string): Seeded {
  const resources = GOOD.map(one => (one.name === name ? { ...one, type } : one));
  return { label: `${type} instead of ${name}`, resources };
}

export function adding(label: string, ...more: readonly PolicyResource[]): Seeded {
  return { label, resources: [...GOOD, ...more] };
}

/** A copy of `root` with one value set at a path, or removed when it is undefined. */
export function put(root: unknown, [key = "", ...rest]: readonly string[], value: unknown): unknown {
  const next = (old: unknown) => (rest.length === 0 ? value : put(old ?? {}, rest, value));
  if (Array.isArray(root)) {
    const index = Number(key);
    return index < root.length
      ? root.map((one, at) => (at === index ? next(one) : one))
      : [...root, next({})];
  }
  const record = root as Record<string, unknown>;
  return { ...record, [key]: next(record[key]) };
}
