import type * as pulumi from "@pulumi/pulumi";
import { PLACES } from "./addon-context";

/** What is put in for each place; a place that nothing was made for must not be in the values. */
export type Places = Partial<Record<keyof typeof PLACES, pulumi.Input<string>>>;

const KEYS = Object.keys(PLACES) as (keyof typeof PLACES)[];

/** Values with what was made in the places that stand for it. Throws for a place that nothing was made for. */
export function fillPlaces(value: unknown, made: Places): unknown {
  if (typeof value === "string") return filled(value, made);
  if (Array.isArray(value)) return value.map(one => fillPlaces(one, made));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, fillPlaces(inner, made)]));
}

function filled(text: string, made: Places): pulumi.Input<string> {
  const key = KEYS.find(one => PLACES[one] === text);
  if (key === undefined) return text;
  const value = made[key];
  if (value === undefined) throw new Error(`an add-on's values want a ${key}, and none was made`);
  return value;
}
