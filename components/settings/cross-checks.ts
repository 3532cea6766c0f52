import { architectureOf } from "../lib/architecture";
import type { Issue } from "../lib/issues";
import type { EksSettings } from "./eks";
import type { Pool } from "./pool";
import type { Settings } from "./settings";

/** What no single key can tell: problems between keys. */
export function crossChecks(settings: Settings): Issue[] {
  return [...tlsIssues(settings), ...targetIssues(settings)];
}

function tlsIssues({ domain, acmeEmail }: Settings): Issue[] {
  if (domain === undefined || acmeEmail !== undefined) return [];
  const instead = "write the e-mail address that the certificate authority may warn";
  return [{ path: "towpath:acmeEmail", wrong: "missing, while a domain asks for certificates", instead }];
}

function targetIssues(settings: Settings): Issue[] {
  switch (settings.target) {
    case "docker":
    case "cluster":
      return [];
    case "k3s":
      return poolIssues("towpath:k3s.pools", settings.k3s.pools);
    case "eks":
      return [...poolIssues("towpath:eks.pools", settings.eks.pools), ...eksIssues(settings)];
    default:
      settings satisfies never;
      return [];
  }
}

function poolIssues(path: string, pools: readonly Pool[]): Issue[] {
  return pools.flatMap((pool, index) => {
    const kinds = new Set(pool.instanceTypes.map(architectureOf));
    if (kinds.size <= 1) return [];
    const instead = "keep one architecture in a pool and make another pool for the other";
    return [{ path: `${path}[${index}].instanceTypes`, wrong: "arm64 and amd64 types mixed", instead }];
  });
}

function eksIssues({ eks }: EksSettings): Issue[] {
  const issues: Issue[] = [];
  if (eks.endpoint.public && eks.endpoint.cidrs.length === 0) {
    const instead =
      'write who may reach the API server, for example ["203.0.113.0/24"], or set public to false';
    issues.push({
      path: "towpath:eks.endpoint.cidrs",
      wrong: "empty, while the endpoint is public",
      instead,
    });
  }
  if (!eks.pools.some(pool => pool.capacity === "on-demand" && pool.min > 0)) {
    const instead = "give one on-demand pool a min of 1 or more, so that controllers always have a node";
    issues.push({ path: "towpath:eks.pools", wrong: "no on-demand node is always there", instead });
  }
  return issues;
}
