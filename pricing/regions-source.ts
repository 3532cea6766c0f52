/** The file that names each region's newest data file. */
export const REGIONS_FILE = "pricing/regions.ts";
/** The folder of the data files, from the project's. */
export const DATA_FOLDER = "pricing/data";

/** The name of a region's data file of a day (ISO date). */
export const dataFileName = (region: string, asOf: string): string => `${region}.${asOf}.json`;

/** `regions.ts` for the data files that are there: of each region the newest. Other files are passed over. */
export function regionsSource(files: readonly string[]): string {
  const newest = new Map<string, string>();
  for (const file of [...files].sort()) {
    const [, region] = /^([a-z]{2}(?:-[a-z]+)+-\d+)\.\d{4}-\d{2}-\d{2}\.json$/.exec(file) ?? [];
    if (region !== undefined) newest.set(region, file);
  }
  const entries = [...newest].sort(([a], [b]) => (a < b ? -1 : 1));
  return [
    ...entries.map(([region, file]) => `import ${identifier(region)} from "./data/${file}";`),
    'import type { PriceData } from "./price-data";',
    "",
    "/** The regions that have price data, each with its newest file. Written by `towpath prices refresh`. */",
    "export const REGIONS: Readonly<Record<string, PriceData>> = {",
    ...entries.map(([region]) => `  "${region}": ${identifier(region)},`),
    "};",
    "",
  ].join("\n");
}

const identifier = (region: string): string =>
  region.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
