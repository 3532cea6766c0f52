import type { Issue } from "../../lib/issues";
import type { ClusterSettings } from "../../settings/cluster";

/** Services that are built need a registry which the cluster can pull from; towpath makes none for a cluster it did not. */
export function buildIssues({ cluster }: ClusterSettings, built: readonly string[]): Issue[] {
  if (cluster.registry !== undefined || built.length === 0) return [];
  return [
    {
      path: "towpath:cluster.registry",
      wrong: `missing, while ${[...built].sort().join(", ")} ${built.length === 1 ? "has" : "have"} a build`,
      instead:
        "write where images go and the cluster may pull from, for example registry.example.com/team, or give each service an image",
    },
  ];
}
