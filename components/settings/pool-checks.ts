import { architectureOf } from "../lib/architecture";
import type { Issue } from "../lib/issues";

/** Refuses pools that mix architectures; `path` is where the pools stand. */
export function architectureIssues(
  path: string,
  pools: readonly { readonly instanceTypes?: readonly string[] }[],
): Issue[] {
  return pools.flatMap(({ instanceTypes = [] }, index) => {
    const kinds = new Set(instanceTypes.map(architectureOf));
    if (kinds.size <= 1) return [];
    const instead = "keep one architecture in a pool and make another pool for the other";
    return [{ path: `${path}[${index}].instanceTypes`, wrong: "arm64 and amd64 types mixed", instead }];
  });
}
