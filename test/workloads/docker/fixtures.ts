import { resolve } from "node:path";
import { load } from "../../../components/app/load/load";
import type { Loaded } from "../../../components/app/load/loaded";

const FIXTURES = resolve(__dirname, "../../fixtures");

/** The fixtures that have a `docker` folder of goldens. */
export const FIXTURE_NAMES = [
  "web-db",
  "ingress",
  "workers",
  "start-order",
  "storage",
  "rights",
  "names",
] as const;

/** The folder of a fixture's goldens. */
export function goldenFolder(name: string): string {
  return resolve(FIXTURES, name, "docker");
}

/** A fixture as the loader gives it. */
export function fixtureApp(name: string): Loaded {
  return load({ files: [resolve(FIXTURES, name, "compose.yaml")] });
}
