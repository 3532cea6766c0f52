import { numberOf } from "./inputs";

const GIB = 1024 ** 3;
const SUFFIXES: Readonly<Record<string, number>> = {
  "": 1,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  Ki: 1024,
  Mi: 1024 ** 2,
  Gi: GIB,
  Ti: 1024 ** 4,
};

/** A Kubernetes storage quantity such as `10Gi` in GiB, rounded up as EBS does; undefined when it is none. */
export function storageGb(quantity: unknown): number | undefined {
  const [, amount, suffix = ""] = /^([0-9.]+)([A-Za-z]*)$/.exec(String(quantity)) ?? [];
  const factor = SUFFIXES[suffix];
  const number = numberOf(amount);
  return number === undefined || factor === undefined ? undefined : Math.ceil((number * factor) / GIB);
}
