import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { InvalidInput } from "./lib/issues";
import { zodIssues } from "./lib/zod-issues";
import { type Capabilities, capabilities } from "./settings/capabilities";
import type { ClusterSettings } from "./settings/cluster";

const PLACE = "towpath:cluster.capabilities";

/**
 * What is known of a stack's cluster. What the settings claim goes before what the cluster says, and that before
 * a file of what it once said. Throws InvalidInput for a bad file.
 */
export function clusterCapabilities({ cluster }: ClusterSettings, live?: Capabilities): Capabilities {
  const { capabilities: given = {} } = cluster;
  if (typeof given === "string") return live ?? fileCapabilities(given);
  return { ...live, ...given };
}

function fileCapabilities(path: string): Capabilities {
  const instead = "write it with: towpath capabilities --out FILE";
  let written: unknown;
  try {
    written = parse(readFileSync(path, "utf8"));
  } catch {
    throw new InvalidInput([{ path: PLACE, wrong: `${path} is not a readable YAML file`, instead }]);
  }
  const parsed = capabilities.safeParse(written, { reportInput: true });
  if (parsed.success) return parsed.data;
  throw new InvalidInput(zodIssues(parsed.error, capabilities, `${path}: `));
}
