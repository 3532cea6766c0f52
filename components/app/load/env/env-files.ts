import type { Path } from "../path";
import { refuse } from "../problems";
import { readText } from "../read-file";
import { InvalidEnvFile, parseDotenv } from "./dotenv";

/**
 * The variables of env files; a later file wins over an earlier one, and `environment` is what they may use.
 *
 * @throws InvalidInput when a file is missing or cannot be read
 */
export function readEnvFiles(
  files: readonly string[],
  environment: ReadonlyMap<string, string>,
  path: Path,
): Map<string, string> {
  const variables = new Map<string, string>();
  for (const file of files) {
    readEnvFile(file, variables, name => environment.get(name) ?? variables.get(name), path);
  }
  return variables;
}

/** Reads one env file into `variables`, and gives the names that it sets. */
export function readEnvFile(
  file: string,
  variables: Map<string, string>,
  lookup: (name: string) => string | undefined,
  path: Path,
): Set<string> {
  const text = readText(file, path);
  try {
    return parseDotenv(text, variables, lookup);
  } catch (error) {
    if (!(error instanceof InvalidEnvFile)) throw error;
    return refuse(path, `${file}: ${error.wrong}`, "correct the line", { file, line: error.line, column: 1 });
  }
}
