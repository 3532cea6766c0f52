import { CATALOG } from "../../../components/addons/catalog";
import { DRAINED, type Drained } from "../../../components/addons/drain/drained";
import type { StateResource } from "../harness/touched";
import type { JournalEntry } from "../sim/journal";
import { plain } from "../sim/plain";
import { type Existing, existing } from "./inventory";

/** When something was deleted, as places in the journal. */
interface Deletion {
  readonly urn: string;
  readonly start: number;
  readonly end: number;
}

const consumers = [CATALOG.traefik, CATALOG.monitoring];
const ofAddon = (addons: readonly { readonly release: string }[]) =>
  `HelmAddon\\$.*::addons-(${addons.map(({ release }) => release).join("|")})-release$`;

type Tier = readonly [name: string, urn: RegExp];

/** For what controllers make: what must be gone entirely before anything of the next begins to go. */
const TIERS: readonly (readonly Tier[])[] = DRAINED.map(what => [
  ["the app", /towpath:workloads:KubernetesApp\$/],
  ["what has load balancers and volumes", new RegExp(ofAddon(consumers))],
  [`the drain of ${what}`, new RegExp(`towpath:addons:Drain\\$.*-drain-${what}-`)],
  [`the controllers of ${what}`, controllersOf(what)],
  ["nodes", /aws:(eks\/nodeGroup|autoscaling\/group|ec2\/instance):|EdgeNode\$command:remote:/],
  ["the network", /aws:ec2\/(vpc|subnet|routeTable|internetGateway|natGateway):/],
]);

/** Add-ons of ours, and those of EKS that run on nodes. */
function controllersOf(what: Drained): RegExp {
  const addons = Object.values(CATALOG).filter(({ makes }) => makes?.includes(what));
  return new RegExp(`${addons.length === 0 ? "^$" : ofAddon(addons)}|aws:eks/addon:Addon::.*-on-nodes-`);
}

/**
 * Everything that a destroy did in the wrong order: by what the state says depends on what, by what mentions whose
 * id, and by kind. `state` is what the engine knew before.
 */
export function orderFaults(journal: readonly JournalEntry[], state: readonly StateResource[]): string[] {
  const deletions = deletionsOf(journal);
  return [
    ...dependencyFaults(deletions, state),
    ...referenceFaults(deletions, journal),
    ...tierFaults([...deletions.values()]),
  ];
}

function deletionsOf(journal: readonly JournalEntry[]): ReadonlyMap<string, Deletion> {
  const found = new Map<string, Deletion>();
  for (const [place, { op, at, urn }] of journal.entries()) {
    if (op !== "delete" || at === "failed") continue;
    const start = at === "start" ? place : (found.get(urn)?.start ?? place);
    found.set(urn, { urn, start, end: at === "start" ? Number.POSITIVE_INFINITY : place });
  }
  return found;
}

function dependencyFaults(
  deletions: ReadonlyMap<string, Deletion>,
  state: readonly StateResource[],
): string[] {
  return state.flatMap(({ urn, dependencies = [], parent }) =>
    [...dependencies, ...(parent === undefined ? [] : [parent])].flatMap(needed =>
      early(deletions, needed, urn, "on which it depends"),
    ),
  );
}

function referenceFaults(
  deletions: ReadonlyMap<string, Deletion>,
  journal: readonly JournalEntry[],
): string[] {
  const made = existing(journal.filter(({ op }) => op !== "delete"));
  return made.flatMap(one =>
    made
      .filter(other => other !== one && mentions(one, other))
      .flatMap(other => early(deletions, other.urn, one.urn, "whose id it has")),
  );
}

/** Whether an id stands in the inputs of something of the same account; a tag is no reference. */
function mentions({ type, inputs }: Existing, other: Existing): boolean {
  const [, id = other.id] = /^(?:.*\/)?(.+)$/.exec(other.id) ?? [];
  if (type.startsWith("kubernetes:"))
    return other.type === "kubernetes:core/v1:Namespace" && namespaceOf(plain(inputs)) === id;
  return /^[a-z]+-[0-9a-f]{17}/.test(other.id) && leaves(plain(inputs)).includes(other.id);
}

function namespaceOf(inputs: unknown): unknown {
  const { metadata, namespace } = inputs as { metadata?: { namespace?: string }; namespace?: string };
  return metadata?.namespace ?? namespace;
}

function leaves(value: unknown): unknown[] {
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(leaves) : [value];
}

function early(deletions: ReadonlyMap<string, Deletion>, needed: string, urn: string, why: string): string[] {
  const [first, second] = [deletions.get(urn), deletions.get(needed)];
  if (first === undefined || second === undefined || first.end < second.start) return [];
  return [`${needed} went before ${urn}, ${why}`];
}

function tierFaults(deletions: readonly Deletion[]): string[] {
  const faults = TIERS.flatMap(chain => {
    const tiers = chain.map(([name, pattern]) => ({
      name,
      all: deletions.filter(({ urn }) => pattern.test(urn)),
    }));
    return tiers.flatMap((tier, place) => tiers.slice(place + 1).flatMap(later => tooEarly(later, tier)));
  });
  return [...new Set(faults)];
}

interface Deleted {
  readonly name: string;
  readonly all: readonly Deletion[];
}

function tooEarly(later: Deleted, first: Deleted): string[] {
  return later.all.flatMap(({ urn, start }) => {
    const still = first.all.find(({ end }) => end > start);
    return still === undefined ? [] : [`${urn} of ${later.name} went before ${still.urn} of ${first.name}`];
  });
}
