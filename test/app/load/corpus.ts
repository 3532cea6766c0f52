import { existsSync, readFileSync, realpathSync } from "node:fs";
import { resolve } from "node:path";

/** Where Compose files and what the reference loader makes of them may lie: beside the repository. */
const HERE = resolve(__dirname, "../../../../shared/compose-corpus");
export const HAS_CORPUS = existsSync(HERE);
/** Without links: watched paths are resolved by the reference loader. */
export const CORPUS = HAS_CORPUS ? realpathSync(HERE) : HERE;

/** One case of the corpus as the reference loader saw it. */
export interface CorpusCase {
  readonly case: string;
  readonly files: readonly string[];
  readonly envFile: string | null;
  readonly profiles: readonly string[];
  readonly ok: boolean;
  readonly error: string | null;
}

export function corpusJson<T>(file: string): T {
  return JSON.parse(readFileSync(resolve(CORPUS, file), "utf8").replaceAll("$CORPUS", CORPUS));
}
