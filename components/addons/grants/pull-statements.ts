import type { PolicyStatement } from "../../registry/policy-statement";
import { ownedBy } from "./owned-by";

export interface PullGrants {
  readonly region: string;
  readonly accountId: string;
  /** Tags of the stack, which its repositories carry. */
  readonly tags: Readonly<Record<string, string>>;
}

/** What a scanner may do: log in to ECR, which AWS cannot limit, and pull from the repositories of the stack. */
export function pullStatements({ region, accountId, tags }: PullGrants): PolicyStatement[] {
  return [
    { Sid: "LogIn", Effect: "Allow", Action: ["ecr:GetAuthorizationToken"], Resource: ["*"] },
    {
      Sid: "PullOwnImages",
      Effect: "Allow",
      Action: ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"],
      Resource: [`arn:aws:ecr:${region}:${accountId}:repository/*`],
      Condition: ownedBy(tags, "ResourceTag"),
    },
  ];
}
