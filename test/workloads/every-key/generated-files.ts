import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { load } from "../../../components/app/load/load";
import type { Loaded } from "../../../components/app/load/loaded";
import { SPEC_KEYS } from "../../../components/app/spec-keys";
import { InvalidInput } from "../../../components/lib/issues";
import { fileWithServiceKey } from "./compose-file";
import { SERVICE_VALUES } from "./service-values";

/** The value of every secret; no plan may have it. */
export const SECRET = "not-a-real-one";

/** What the generated files name beside themselves. */
const BESIDE: Readonly<Record<string, string>> = {
  "app.env": `FROM_FILE=1\nAPI_TOKEN=${SECRET}\n`,
  "app.labels": "com.example.from=file\n",
  "key.txt": SECRET,
  "conf/app.conf": "a=1\n",
  "context/Dockerfile": "FROM scratch\n",
  "context/src/index.ts": "\n",
};
const ENVIRONMENT = { APP_CONF: "a=1", APP_KEY: SECRET };

/** Fills a folder, and writes and loads files in it. */
export function loaderIn(folder: string): (text: string) => Loaded | InvalidInput {
  for (const [path, text] of Object.entries(BESIDE)) {
    mkdirSync(join(folder, path, ".."), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const file = join(folder, "compose.yaml");
  return text => {
    writeFileSync(file, text);
    try {
      return load({ files: [file], environment: ENVIRONMENT, profiles: ["*"] });
    } catch (error) {
      if (error instanceof InvalidInput) return error;
      throw error;
    }
  };
}

/** Files for every key of a service, more for keys that have keys of their own. */
export function generatedFiles(seed: number): readonly string[] {
  return Object.keys(SERVICE_VALUES).flatMap((key, index) => {
    const parts = SPEC_KEYS.filter(known => known.startsWith(`services.*.${key}`)).length;
    const runs = { seed: seed + index, numRuns: 2 + 3 * parts };
    return fc.sample(fileWithServiceKey(key), runs).map(file => JSON.stringify(file, undefined, 1));
  });
}
