import type { Environment } from "../settings/common";

/** Images kept a service: what a rollback may still want. */
const KEPT: Readonly<Record<Environment, number>> = { dev: 10, staging: 20, prod: 50 };

/** ECR lifecycle rules, by priority: untagged images go after a day, of the others the newest are kept. */
export function lifecycleRules(environment: Environment) {
  return [
    {
      rulePriority: 1,
      description: "Untagged images",
      selection: { tagStatus: "untagged", countType: "sinceImagePushed", countUnit: "days", countNumber: 1 },
      action: { type: "expire" },
    },
    {
      rulePriority: 2,
      description: "All but the newest images",
      selection: { tagStatus: "any", countType: "imageCountMoreThan", countNumber: KEPT[environment] },
      action: { type: "expire" },
    },
  ];
}
