import { InvalidInput } from "../../components/lib/issues";
import type { Cost } from "../../pricing/cost";
import { isMapping } from "../stack/read-yaml";
import { readJson } from "./engine-preview";

/**
 * An estimate that was written before, by `towpath cost --format json` or as the field `cost` of a preview.
 *
 * @throws InvalidInput when the file holds none
 */
export function readEarlierCost(path: string): Cost {
  const value = readJson(path);
  const cost = isMapping(value) && isMapping(value.cost) ? value.cost : value;
  if (isCost(cost)) return cost;
  const instead = "write one with towpath cost --format json, or towpath preview --format json";
  throw new InvalidInput([{ path, wrong: "holds no estimate", instead }]);
}

function isCost(value: unknown): value is Cost {
  return (
    isMapping(value) &&
    typeof value.expectedUsd === "number" &&
    typeof value.ceilingUsd === "number" &&
    Array.isArray(value.lines) &&
    Array.isArray(value.unpriced)
  );
}
