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
}

/**
 * About what each path would cost, from sketches of its stack in its smallest form, without running the program.
 * Throws `NoPriceData` for a region without figures.
 */
export function sketchedCosts(request: SketchRequest, region: string): SketchedCosts {
  const book = priceBook(region);
  const machine = book.onDemand(MEMORY_MACHINE.type);
  if (machine === undefined) throw new Error(`no figure for ${MEMORY_MACHINE.type} in ${region}`);
  const cost = (path: Path) => estimate(SKETCHES[path](request), { region }).expectedUsd;
  const [docker, k3s, eks] = [cost("docker"), cost("k3s"), cost("eks")];
  return {
    costs: { docker, k3s, eks },
    memoryUsd: (machine.usd * book.hoursPerMonth) / MEMORY_MACHINE.memoryGb,
  };
}
