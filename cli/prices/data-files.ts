import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { InvalidInput } from "../../components/lib/issues";
import type { PriceData } from "../../pricing/price-data";
import { DATA_FOLDER, dataFileName, REGIONS_FILE, regionsSource } from "../../pricing/regions-source";

/** @throws InvalidInput when the folder is not towpath's own, whose price data a refresh adds to */
export function refuseOtherFolders(directory: string): void {
  if (existsSync(join(directory, REGIONS_FILE)) && existsSync(join(directory, DATA_FOLDER))) return;
  const wrong = `there is no ${DATA_FOLDER} in ${directory}`;
  throw new InvalidInput([{ path: "prices", wrong, instead: "run it in towpath's own folder" }]);
}

/** Writes a region's data beside the earlier files, and has the newest of each region used. Returns its path. */
export function writeData(directory: string, data: PriceData): string {
  const path = join(DATA_FOLDER, dataFileName(data.region, data.asOf));
  writeFileSync(join(directory, path), `${JSON.stringify(data, undefined, 1)}\n`);
  const files = readdirSync(join(directory, DATA_FOLDER));
  writeFileSync(join(directory, REGIONS_FILE), regionsSource(files));
  return path;
}
