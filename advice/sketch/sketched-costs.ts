import { estimate } from "../../pricing/estimate";
import { priceBook } from "../../pricing/price-book";
import type { Path } from "../paths";
import { dockerSketch } from "./docker";
import { eksSketch } from "./eks";
import { k3sSketch } from "./k3s";
import { MEMORY_MACHINE } from "./machines";
import type { Sketch, SketchRequest } from "./sketch-request";

const SKETCHES: Readonly<Record<Path, Sketch>> = { docker: dockerSketch, k3s: k3sSketch, eks: eksSketch };

export interface SketchedCosts {
  /** USD a month. */
  readonly costs: Readonly<Record<Path, number>>;
  /** What a GiB of memory costs, USD a month. */
  readonly memoryUsd: number;
  /** What has no figure in this region and is in no sum, as sentences. */
  readonly unpriced: readonly string[];
}

/**
 * About what each path would cost, from sketches of its stack in its smallest form, without running the program.
 * Throws `NoPriceData` for a region without figures.
 */
export function sketchedCosts(request: SketchRequest, region: string): SketchedCosts {
  const book = priceBook(region);
  const machine = book.onDemand(MEMORY_MACHINE.type);
  if (machine === undefined) throw new Error(`no figure for ${MEMORY_MACHINE.type} in ${region}`);
  const cost = (path: Path) => estimate(SKETCHES[path](request), { region });
  const [docker, k3s, eks] = [cost("docker"), cost("k3s"), cost("eks")];
  const unpriced = [docker, k3s, eks].flatMap(one => one.unpriced.map(({ why }) => why));
  return {
    costs: { docker: docker.expectedUsd, k3s: k3s.expectedUsd, eks: eks.expectedUsd },
    memoryUsd: (machine.usd * book.hoursPerMonth) / MEMORY_MACHINE.memoryGb,
    unpriced: [...new Set(unpriced)].sort(),
  };
}
