import type { Change, Flip } from "../../advice/flips";
import { PATH_NAMES } from "../../advice/paths";

/** What the number of a change is called where its unit does not say. */
const LEVER_WORDS: Readonly<Record<Change["lever"], string>> = {
  services: "",
  people: "",
  teams: "",
  transactionsPerDay: "",
  peakRatio: "a peak of ",
  availabilityPercent: "an availability of ",
  memoryGb: "memory of ",
  refusedKeys: "",
  onBoards: "",
  budgetUsd: "a budget of ",
};

/** `21 services instead of 4 (rule 1)`, joined by `and`. */
export function flipText({ to, changes }: Flip): string {
  return `${PATH_NAMES[to]}: with ${changes.map(changeText).join(" and ")}`;
}

function changeText({ rule, lever, unit, from, to }: Change): string {
  const instead = Number.isFinite(from) ? ` instead of ${shown(from)}` : "";
  const counted = to === 1 ? unit.replace(/s$/, "") : unit;
  return `${LEVER_WORDS[lever]}${shown(to)} ${counted}${instead} (rule ${rule})`;
}

function shown(number: number): string {
  return number.toLocaleString("en-US", { maximumFractionDigits: 2 });
}
