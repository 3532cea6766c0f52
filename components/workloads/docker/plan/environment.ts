import { sortedEntries } from "../../../lib/records";
import type { SecretReference } from "../../references";
import { serviceEnvironment } from "../../shared/service-environment";
import type { SecretPlacement } from "../docker-plan";
import { environmentPath } from "../host-paths";
import type { ServiceContext } from "./context";

export interface PlannedEnvironment {
  readonly compose: { readonly environment?: unknown; readonly env_file?: unknown };
  readonly secrets: readonly SecretReference[];
  readonly placements: readonly SecretPlacement[];
}

/** Plain variables as written; secret ones in a file on tmpfs that Compose reads when it makes the container. */
export function planEnvironment({ loaded, name, reporter }: ServiceContext): PlannedEnvironment {
  const { plain, secret } = serviceEnvironment(loaded, name, reporter);
  const path = environmentPath(name);
  const hidden = sortedEntries(secret);
  return {
    compose: {
      ...(Object.keys(plain).length > 0 && { environment: plain }),
      ...(hidden.length > 0 && { env_file: [{ path, required: false }] }),
    },
    secrets: hidden.map(([, reference]) => reference),
    placements: hidden.map(([variable, { name: secret }]) => ({ kind: "variable", secret, path, variable })),
  };
}
