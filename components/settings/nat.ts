import type { EksSettings } from "./eks";

/** NAT of an EKS stack: what the settings say, else none in dev, where nodes stand in public subnets, and one gateway. */
export function eksNat({ network, environment }: EksSettings): "none" | "single" | "per-zone" {
  return network.nat ?? (environment === "dev" ? "none" : "single");
}
