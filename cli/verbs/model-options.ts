import type { LoadRequest } from "../../components/app/load/loaded";
import type { Options, Values } from "../arguments/option";
import type { Context } from "../context";

/** Options of every verb that reads Compose files on their own. */
export const MODEL_OPTIONS = {
  "env-file": {
    kind: "list",
    value: "FILE",
    about: "File of variables for interpolation. Default: .env beside the first file",
  },
  profile: { kind: "list", value: "PROFILE", about: "Active profile; '*' means all. Default: none" },
} as const satisfies Options;

/** What the loader is asked for; the shell's variables take part, as with docker compose. */
export function loadRequest(
  files: readonly string[],
  values: Values<typeof MODEL_OPTIONS>,
  { environment }: Context,
): LoadRequest {
  const envFiles = values["env-file"];
  return { files, environment, profiles: values.profile, ...(envFiles.length > 0 && { envFiles }) };
}
