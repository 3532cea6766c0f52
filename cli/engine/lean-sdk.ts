import { createRequire } from "node:module";
import { outputsWhenRead } from "./outputs-when-read";

/** What Pulumi does of every promise, resource and output and a preview can do without, and what is done instead. */
const MEMBERS = [
  // Notes the number, the purpose and the stack of each promise, against promises that never end.
  { at: "/runtime/debuggable", member: "debuggablePromise", instead: (promise: unknown) => promise },
  // Notes where in the sources a resource is made, which an engine shows.
  { at: "", of: "Resource", member: "callsites", instead: () => [] },
  { at: "/runtime/rpc", member: "transferProperties", instead: outputsWhenRead },
] as const;

/**
 * Has Pulumi do without, which halves a run's time; returns what has it do all again. A release of Pulumi that has
 * these members elsewhere does all as before. A promise that never ends is told by Node, at its exit.
 */
export function leanSdk(): () => void {
  const load = createRequire(__filename);
  const changed = MEMBERS.flatMap(change => {
    const module: unknown = load(`@pulumi/pulumi${change.at}`);
    const owner = "of" in change ? memberOf(module, change.of) : module;
    const before = memberOf(owner, change.member);
    if (!isObject(owner) || typeof before !== "function") return [];
    Reflect.set(owner, change.member, change.instead);
    return [() => Reflect.set(owner, change.member, before)];
  });
  return () => {
    for (const changeBack of changed) changeBack();
  };
}

function memberOf(owner: unknown, member: string): unknown {
  return isObject(owner) ? Reflect.get(owner, member) : undefined;
}

function isObject(value: unknown): value is object {
  return (typeof value === "object" && value !== null) || typeof value === "function";
}
