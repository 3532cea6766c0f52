import { existsSync, readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { load } from "../../../components/app/load/load";
import type { Loaded } from "../../../components/app/load/loaded";

const FEATURES = resolve(__dirname, "../../features");

/** The feature that every other one is told apart from: a service that says nothing but its image and its user. */
export const PLAIN = "plain";

/** All features, `plain` first, since the others leave out what it holds too. */
export const FEATURE_NAMES: readonly string[] = [
  PLAIN,
  ...readdirSync(FEATURES)
    .filter(name => name !== PLAIN)
    .sort(),
];

/** The variables of the machine that plans the features. */
const ENVIRONMENT = { API_TOKEN: "from the environment", TAG: "2.1" };

/** A file of a feature's folder. */
export function featurePath(name: string, file: string): string {
  return resolve(FEATURES, name, file);
}

/** The files of a feature's folder that are goldens. */
export function goldensOf(name: string): readonly string[] {
  const goldens = ["docker.yaml", "kubernetes.yaml", "verdicts.txt"];
  return goldens.filter(file => existsSync(featurePath(name, file)));
}

/** The key that a feature is about: the first line of its Compose file says `# <key>: <what it shows>`. */
export function featureKey(name: string): string {
  const [first = ""] = readFileSync(featurePath(name, "compose.yaml"), "utf8").split("\n");
  const [, key] = /^# (\S+): \S/.exec(first) ?? [];
  if (key === undefined) throw new Error(`${name}: the first line names no key`);
  return key;
}

/** A feature's app as the loader gives it. */
export function featureApp(name: string): Loaded {
  return load({
    files: [featurePath(name, "compose.yaml")],
    environment: ENVIRONMENT,
    profiles: ["app"],
    projectName: "app",
  });
}
