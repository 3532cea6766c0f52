import type { Manifest } from "./kubernetes-plan";
import { appLabels } from "./labels";
import { type LevelNeeded, levelNeeded, type SecurityLevel, weaker } from "./security-level";
import { hasUnsafeSysctl } from "./sysctls";
import type { PlanContext } from "./workload";

/**
 * The app's namespace, which enforces the strictest Pod Security Standard that all its services meet and warns
 * of what is not "restricted". Reports which services it is weaker for.
 */
export function namespace(context: PlanContext): Manifest {
  const needs = [...context.workloads.values()].map(workload => ({
    name: workload.name,
    ...levelNeeded(workload, hasUnsafeSysctl(workload)),
  }));
  const level = needs.reduce<SecurityLevel>((weakest, need) => weaker(weakest, need.level), "restricted");
  report(context, level, needs);
  return {
    apiVersion: "v1",
    kind: "Namespace",
    metadata: {
      name: context.namespace,
      labels: {
        ...appLabels(context.app.name),
        "pod-security.kubernetes.io/enforce": level,
        "pod-security.kubernetes.io/audit": "restricted",
        "pod-security.kubernetes.io/warn": "restricted",
      },
    },
  };
}

function report(
  { reporter }: PlanContext,
  level: SecurityLevel,
  needs: readonly ({ readonly name: string } & LevelNeeded)[],
): void {
  if (level === "restricted") {
    reporter.same("name", ["name"], `the namespace enforces the "restricted" Pod Security Standard`);
    return;
  }
  const because = needs.filter(need => need.level === level).map(({ name, why }) => `${name} (${why})`);
  const note = `the namespace enforces the "${level}" Pod Security Standard because of ${because.join(", ")}`;
  reporter.adapted("name", ["name"], note);
}
