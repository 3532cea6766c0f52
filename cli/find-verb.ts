import { InvalidInput } from "../components/lib/issues";
import { nearest } from "../components/lib/nearest";
import type { Verb } from "./verb";

/**
 * Each verb, loaded when it is asked for; in the order of `towpath help`. A dynamic import needs its extension.
 */
const VERBS: Readonly<Record<string, () => Promise<Verb>>> = {
  preview: async () => (await import("./verbs/preview.js")).preview,
  check: async () => (await import("./verbs/check.js")).check,
  render: async () => (await import("./verbs/render.js")).render,
  lock: async () => (await import("./verbs/lock.js")).lock,
  cost: async () => (await import("./verbs/cost.js")).cost,
  prices: async () => (await import("./verbs/prices.js")).prices,
  advise: async () => (await import("./verbs/advise.js")).advise,
  capabilities: async () => (await import("./verbs/capabilities.js")).capabilities,
  leftovers: async () => (await import("./verbs/leftovers.js")).leftovers,
  recover: async () => (await import("./verbs/recover.js")).recover,
  model: async () => (await import("./verbs/model.js")).model,
  backup: async () => (await import("./verbs/backup.js")).backup,
  restore: async () => (await import("./verbs/restore.js")).restore,
  drill: async () => (await import("./verbs/drill.js")).drill,
  help: async () => (await import("./verbs/help.js")).help,
};

export const VERB_NAMES = Object.keys(VERBS);

/** @throws InvalidInput when there is none of that name */
export async function findVerb(name: string): Promise<Verb> {
  const load = Object.entries(VERBS).find(([known]) => known === name)?.[1];
  if (load !== undefined) return load();
  const close = nearest(name, VERB_NAMES);
  const instead = close === undefined ? "towpath help lists them all" : `did you mean ${close}?`;
  throw new InvalidInput([{ path: name, wrong: "unknown command", instead }]);
}
