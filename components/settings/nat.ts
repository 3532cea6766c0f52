import type { Issue } from "../lib/issues";
import type { EksSettings } from "./eks";
import type { AwsSettings } from "./settings";

/** NAT of an EKS stack: what the settings say, else none in dev, where nodes stand in public subnets, and one gateway. */
export function eksNat({ network, environment }: EksSettings): "none" | "single" | "per-zone" {
  return network.nat ?? (environment === "dev" ? "none" : "single");
}

/** Endpoints stand in private subnets, which there are with NAT alone. */
export function endpointsIssues(settings: AwsSettings): Issue[] {
  const { network } = settings;
  const nat = settings.target === "eks" ? eksNat(settings) : (network.nat ?? "none");
  if (nat !== "none") return [];
  const wrong = "of no use, as the network has no NAT and so no private subnets, whose data it would carry";
  const instead = "leave it out, or set network.nat to single";
  const asked = {
    endpoints: Array.isArray(network.endpoints),
    awsDataGb: Object.keys(network.awsDataGb).length > 0,
  };
  return Object.entries(asked).flatMap(([key, isAsked]) =>
    isAsked ? [{ path: `towpath:network.${key}`, wrong, instead }] : [],
  );
}
