import type { Fields } from "./fields";

/** What a pod asks for: requests and limits by resource, in cores, bytes or pieces. */
export interface PodNeed {
  readonly requests: Readonly<Record<string, number>>;
  readonly limits: Readonly<Record<string, number>>;
}

interface Container {
  readonly resources?: Partial<Record<keyof PodNeed, Readonly<Record<string, string>>>>;
}

const UNITS: Readonly<Record<string, number>> = {
  "": 1,
  m: 1e-3,
  Ki: 1024,
  Mi: 1024 ** 2,
  Gi: 1024 ** 3,
  Ti: 1024 ** 4,
};

/**
 * What the scheduler and a quota count for a pod of a template: the sum of its containers, or the most that one init
 * container asks for where that is more. Source: Kubernetes, "Init Containers", resource sharing.
 */
export function podNeed(template: unknown): PodNeed {
  const { spec } = template as { readonly spec: Fields };
  const containers = spec.containers as readonly Container[];
  const first = (spec.initContainers ?? []) as readonly Container[];
  const of = (side: keyof PodNeed) =>
    mostOf([...first.map(one => amounts(one, side)), sumOf(containers.map(one => amounts(one, side)))]);
  return { requests: of("requests"), limits: of("limits") };
}

/** The number behind a quantity such as `250m` or `1536Mi`. Throws RangeError for what is none. */
export function quantityNumber(text: string): number {
  const [, digits, unit = ""] = /^(\d+(?:\.\d+)?)(m|[KMGT]i)?$/.exec(text) ?? [];
  if (digits === undefined) throw new RangeError(`not a quantity: ${text}`);
  return Number(digits) * (UNITS[unit] ?? 1);
}

/** Amounts added up, by resource. */
export function sumOf(all: readonly PodNeed["requests"][]): Record<string, number> {
  return merged(all, (a, b) => a + b);
}

function mostOf(all: readonly PodNeed["requests"][]): Record<string, number> {
  return merged(all, Math.max);
}

function merged(all: readonly PodNeed["requests"][], join: (a: number, b: number) => number) {
  const result: Record<string, number> = {};
  for (const [resource, amount] of all.flatMap(one => Object.entries(one))) {
    result[resource] = join(result[resource] ?? 0, amount);
  }
  return result;
}

function amounts({ resources }: Container, side: keyof PodNeed): Record<string, number> {
  return Object.fromEntries(
    Object.entries(resources?.[side] ?? {}).map(([resource, text]) => [resource, quantityNumber(text)]),
  );
}
