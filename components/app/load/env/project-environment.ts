import { posix } from "node:path";
import type { LoadRequest } from "../loaded";
import { isFile } from "../read-file";
import { readEnvFiles } from "./env-files";

/** The variables for interpolation: the request's environment, then env files, by default `.env` in the folder. */
export function projectEnvironment(request: LoadRequest, directory: string): Map<string, string> {
  const given = new Map(Object.entries(request.environment ?? {}));
  const own = posix.join(directory, ".env");
  const files = request.envFiles?.map(file => posix.resolve(file)) ?? (isFile(own) ? [own] : []);
  return new Map([...readEnvFiles(files, given, []), ...given]);
}
