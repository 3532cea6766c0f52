import type { PolicyStatement } from "../../registry/policy-statement";

export interface SecretsGrants {
  /** Beginnings of names, e.g. `shop/prod/`. */
  readonly prefixes: readonly string[];
  readonly region: string;
  readonly accountId: string;
}

/** What External Secrets may do: read secrets and parameters whose names begin as given, and no others. */
export function secretsStatements({ prefixes, region, accountId }: SecretsGrants): PolicyStatement[] {
  const bare = prefixes.map(prefix => prefix.replace(/^\/+/, ""));
  return [
    {
      Sid: "ReadSecrets",
      Effect: "Allow",
      Action: [
        "secretsmanager:DescribeSecret",
        "secretsmanager:GetResourcePolicy",
        "secretsmanager:GetSecretValue",
        "secretsmanager:ListSecretVersionIds",
      ],
      Resource: bare.map(prefix => `arn:aws:secretsmanager:${region}:${accountId}:secret:${prefix}*`),
    },
    {
      Sid: "ReadParameters",
      Effect: "Allow",
      Action: ["ssm:GetParameter", "ssm:GetParameters", "ssm:GetParametersByPath"],
      Resource: bare.map(prefix => `arn:aws:ssm:${region}:${accountId}:parameter/${prefix}*`),
    },
  ];
}
