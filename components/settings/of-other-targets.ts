import { settings } from "./settings";

const KEYS = new Map(settings.options.map(({ shape }) => [shape.target.value as string, Object.keys(shape)]));

/** Whether a setting, named without `towpath:`, is one that other targets have and this one has not. */
export function isOfOtherTargets(key: string, target: string): boolean {
  const own = KEYS.get(target);
  if (own === undefined || own.includes(key)) return false;
  return [...KEYS.values()].some(keys => keys.includes(key));
}
