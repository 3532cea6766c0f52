import { existsSync, readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Loaded } from "../../../components/app/load/loaded";
import type { App } from "../../../components/app/model";

const SHARED = resolve(__dirname, "../../../../shared");
const CORPUS = resolve(SHARED, "compose-corpus");
const GOLDEN = resolve(CORPUS, "golden/awesome-compose");

/** Whether the corpus of public Compose files is here. */
export const hasCorpus = existsSync(GOLDEN);

/** The names of its 39 apps. */
export const corpusNames: readonly string[] = hasCorpus ? readdirSync(GOLDEN).sort() : [];

/** An app of the corpus as the reference loader understands it. */
export function corpusApp(name: string): Loaded {
  const folder = resolve(GOLDEN, name);
  const [file = ""] = readdirSync(folder);
  const text = readFileSync(resolve(folder, file), "utf8").replaceAll("$CORPUS", CORPUS);
  const app = { ...(JSON.parse(text) as App), name };
  return {
    app,
    warnings: [],
    envFiles: {},
    directory: resolve(CORPUS, "awesome-compose", name),
    where: () => undefined,
  };
}
