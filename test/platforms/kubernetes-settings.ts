import { parseSettings } from "../../components/settings/parse";
import type { Settings } from "../../components/settings/settings";

/** Settings of a stack named `test`, with `towpath:` put before each key. Throws for another target. */
export function settingsFor<T extends Settings["target"]>(
  target: T,
  more: Readonly<Record<string, unknown>> = {},
): Extract<Settings, { target: T }> {
  const raw = Object.fromEntries(Object.entries(more).map(([key, value]) => [`towpath:${key}`, value]));
  const parsed = parseSettings({ "towpath:target": target, ...raw }, "test");
  if (!isFor(parsed, target)) throw new Error(`not settings for ${target}`);
  return parsed;
}

function isFor<T extends Settings["target"]>(
  settings: Settings,
  target: T,
): settings is Extract<Settings, { target: T }> {
  return settings.target === target;
}

export const IDENTITY = { project: "shop", stack: "test", tags: { "towpath:stack": "test" } } as const;
