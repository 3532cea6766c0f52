import type { App } from "../../app/model";
import { SPEC_KEYS, type SpecKey } from "../../app/spec-keys";
import type { ModelPath } from "./model-path";

/** A key of the specification and where a file uses it. */
export interface UsedKey {
  readonly key: SpecKey;
  readonly path: ModelPath;
}

/** One step of the specification's keys: a name, `*` for any name, `[]` for a list's entries. */
interface Step {
  key?: SpecKey;
  readonly next: Map<string, Step>;
}

/** Keys that say something with nothing in them: the image's own is switched off. */
const MEANT_EMPTY: ReadonlySet<SpecKey | undefined> = new Set([
  "services.*.command",
  "services.*.entrypoint",
] as const);

const root = stepsOf(SPEC_KEYS);

/** Every key of the specification that a canonical app uses, parents first, in the order of the model. */
export function usedKeys(app: App): readonly UsedKey[] {
  const used: UsedKey[] = [];
  visit(root, app, [], used);
  return used.filter(({ key, path }) => !isGivenName(app, key, path));
}

function stepsOf(keys: readonly SpecKey[]): Step {
  const top: Step = { next: new Map() };
  for (const key of keys) {
    let step = top;
    for (const name of key.replaceAll("[]", ".[]").split(".")) {
      const next = step.next.get(name) ?? { next: new Map<string, Step>() };
      step.next.set(name, next);
      step = next;
    }
    step.key = key;
  }
  return top;
}

function visit(step: Step, value: unknown, path: ModelPath, used: UsedKey[]): void {
  if (isEmpty(value) && !(Array.isArray(value) && MEANT_EMPTY.has(step.key))) return;
  if (step.key !== undefined) used.push({ key: step.key, path });
  if (Array.isArray(value)) {
    const entry = step.next.get("[]");
    if (entry) for (const [index, item] of value.entries()) visit(entry, item, [...path, index], used);
  } else if (typeof value === "object") {
    for (const [name, item] of Object.entries(value ?? {})) {
      const next = step.next.get(name) ?? step.next.get("*");
      if (next) visit(next, item, [...path, name], used);
    }
  }
}

/** The canonical form gives every network, volume, config and secret the name `<project>_<key>`. */
function isGivenName(app: App, key: SpecKey, path: ModelPath): boolean {
  const [kind, name] = path;
  if (key !== `${kind}.*.name` || typeof name !== "string") return false;
  const sections = {
    networks: app.networks,
    volumes: app.volumes,
    configs: app.configs,
    secrets: app.secrets,
  };
  const section = Object.entries(sections).find(([section]) => section === kind)?.[1];
  return section?.[name]?.name === `${app.name}_${name}`;
}

/** The canonical form writes `null` and `{}` where a file says nothing. */
function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  return typeof value === "object" && Object.keys(value).length === 0;
}
