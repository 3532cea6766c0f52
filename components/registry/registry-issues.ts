import type { Issue } from "../lib/issues";

interface RegistryChoice {
  readonly kind: "ecr" | "self-hosted";
  readonly address?: string | undefined;
  readonly sizeGb?: number | undefined;
  readonly cidrs?: readonly string[] | undefined;
}

/** What a registry of the host's own stands on. */
export interface OwnRegistryGround {
  readonly domain?: string | undefined;
  readonly secretNames: readonly string[];
  /** The key of `towpath:secrets` that must hold its password. */
  readonly passwordKey: string;
}

/** What is wrong with a choice of registry: one that is self-hosted runs already, or on `ground` where there is one. */
export function registryIssues(registry: RegistryChoice, ground?: OwnRegistryGround): Issue[] {
  if (registry.kind === "ecr") return [];
  if (registry.address !== undefined) return givenIssues(registry);
  if (ground !== undefined) return ownIssues(ground);
  const instead =
    "write the address of a registry that runs, for example registry.example.com, or use kind ecr";
  return [{ path: "towpath:registry.address", wrong: "missing for a self-hosted registry", instead }];
}

function givenIssues({ sizeGb, cidrs }: RegistryChoice): Issue[] {
  const given = Object.entries({ sizeGb, cidrs }).filter(([, value]) => value !== undefined);
  const wrong = "belongs to a registry that the host runs itself";
  return given.map(([key]) => ({
    path: `towpath:registry.${key}`,
    wrong,
    instead: "remove it, or remove address",
  }));
}

function ownIssues({ domain, secretNames, passwordKey }: OwnRegistryGround): Issue[] {
  const name = {
    path: "towpath:domain",
    wrong: "missing, while the registry needs a name and a certificate",
  };
  const password = { path: `towpath:secrets.${passwordKey}`, wrong: "missing for the host's own registry" };
  return [
    ...(domain === undefined
      ? [{ ...name, instead: "write the domain; the registry is registry.<domain>" }]
      : []),
    ...(secretNames.includes(passwordKey)
      ? []
      : [
          {
            ...password,
            instead: `run: pulumi config set --secret --path 'towpath:secrets.${passwordKey}' VALUE`,
          },
        ]),
  ];
}
