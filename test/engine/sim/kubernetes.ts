import { at, type Properties, plain } from "./plain";

/** Namespaces that every cluster has. */
const BUILT_IN: readonly string[] = ["default", "kube-node-lease", "kube-public", "kube-system"];
const NAMESPACE = "kubernetes:core/v1:Namespace";

/** Objects with `metadata`: all of the provider's types but Helm releases and the like. */
export function isObject(type: string, inputs: Properties): boolean {
  return type.startsWith("kubernetes:") && at(inputs, "kind") !== undefined;
}

/** The inputs with a name, as the provider gives one to an object that has none: the old one if there is. */
export function withName(inputs: Properties, before: Properties, name: string): Properties {
  const metadata = plain(inputs.metadata ?? {});
  if (typeof metadata !== "object") return inputs;
  return { ...inputs, metadata: { name: at(before, "metadata.name") ?? `${name}-5f2c1a`, ...metadata } };
}

/** `namespace/name`, or the name alone of an object without a namespace. */
export function objectId(inputs: Properties): string {
  const namespace = at(inputs, "metadata.namespace");
  const name = String(at(inputs, "metadata.name"));
  return namespace === undefined ? name : `${String(namespace)}/${name}`;
}

/**
 * The namespace that an object or a Helm release is put into and that is not there yet, or undefined. `exists`
 * tells of the objects made so far, by type and id.
 */
export function missingNamespace(
  inputs: Properties,
  exists: (type: string, id: string) => boolean,
): string | undefined {
  if (inputs.createNamespace === true) return undefined;
  const namespace = at(inputs, "metadata.namespace") ?? inputs.namespace;
  if (typeof namespace !== "string" || BUILT_IN.includes(namespace)) return undefined;
  return exists(NAMESPACE, namespace) ? undefined : namespace;
}

interface Named {
  readonly type: string;
  readonly id: string;
}

/** Whether something goes when another thing is deleted: a namespace takes all with it that is in it. */
export function goesWith(one: Named, deleted: Named): boolean {
  return (
    deleted.type === NAMESPACE && one.type.startsWith("kubernetes:") && one.id.startsWith(`${deleted.id}/`)
  );
}
