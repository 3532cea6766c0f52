import type { Issue } from "../lib/issues";
import { dockerIssues } from "./docker-issues";
import { edgeIssues } from "./edge-issues";
import { eksIssues } from "./eks-checks";
import { endpointsIssues } from "./nat";
import { architectureIssues } from "./pool-checks";
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
      return [...dockerIssues(settings), ...endpointsIssues(settings)];
    case "cluster":
      return [];
    case "k3s":
      return [
        ...architectureIssues("towpath:k3s.pools", settings.k3s.pools),
        ...endpointsIssues(settings),
        ...edgeIssues(settings),
      ];
    case "eks":
      return eksIssues(settings);
    default:
      settings satisfies never;
      return [];
  }
}
