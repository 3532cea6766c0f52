import type { Issue } from "../lib/issues";

interface RegistryChoice {
  readonly kind: "ecr" | "self-hosted";
  readonly address?: string | undefined;
}

/** What is wrong with a choice of registry: a self-hosted one has to run already. */
export function registryIssues(registry: RegistryChoice): Issue[] {
  if (registry.kind === "ecr" || registry.address !== undefined) return [];
  const instead =
    "write the address of a registry that runs, for example registry.example.com, or use kind ecr";
  return [{ path: "towpath:registry.address", wrong: "missing for a self-hosted registry", instead }];
}
