import { resolve } from "node:path";
import { load } from "../../../components/app/load/load";
import type { Loaded } from "../../../components/app/load/loaded";

const FIXTURES = resolve(__dirname, "../../fixtures");

/** The fixtures that Kubernetes takes. */
export const ACCEPTED_NAMES = ["start-order", "storage", "rights", "names", "fleet", "web-db"] as const;

/** The fixtures that have a `kubernetes` folder of goldens; some are refused, in words that are a golden too. */
export const FIXTURE_NAMES = [...ACCEPTED_NAMES, "ingress", "workers"] as const;

/** The folder of a fixture's goldens. */
export function goldenFolder(name: string): string {
  return resolve(FIXTURES, name, "kubernetes");
}

/** A fixture as the loader gives it. */
export function fixtureApp(name: string): Loaded {
  return load({ files: [resolve(FIXTURES, name, "compose.yaml")] });
}
