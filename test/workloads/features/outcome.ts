import type { Loaded } from "../../../components/app/load/loaded";
import { InvalidInput } from "../../../components/lib/issues";
import type { DockerPlan } from "../../../components/workloads/docker/docker-plan";
import { planDocker } from "../../../components/workloads/docker/plan";
import type { KubernetesPlan } from "../../../components/workloads/kubernetes/kubernetes-plan";
import type { Verdict } from "../../../components/workloads/verdict";
import { BOARDS, planned } from "../kubernetes/facts";
import { featureApp } from "./features";

const DOMAIN = "example.com";

/** What one target says of one path. */
export interface Said {
  readonly path: string;
  readonly verdict: Verdict;
  readonly note: string;
}

/** What one target makes of a feature. No plan: it is refused. */
export interface Side<Plan> {
  readonly plan?: Plan;
  readonly said: readonly Said[];
}

/** A feature on both targets. */
export interface Outcome {
  readonly docker: Side<DockerPlan>;
  readonly kubernetes: Side<KubernetesPlan>;
}

/** Plans a feature for a Docker host and for the cluster of `FACTS` with boards beside. */
export function outcomeOf(name: string): Outcome {
  const loaded = featureApp(name);
  return {
    docker: sideOf(() =>
      planDocker({ loaded, domain: DOMAIN, volumeSizeGb: 10, acmeEmail: "ops@example.com" }),
    ),
    kubernetes: sideOf(() => kubernetesPlan(loaded)),
  };
}

function kubernetesPlan(loaded: Loaded): KubernetesPlan {
  return planned(loaded, DOMAIN, { clusterIssuer: "letsencrypt", ...BOARDS });
}

function sideOf<Plan extends DockerPlan | KubernetesPlan>(plan: () => Plan): Side<Plan> {
  try {
    const made = plan();
    const said = made.report.map(({ path, verdict, note }) => ({ path, verdict, note }));
    return { plan: made, said };
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    const said = error.issues.map(({ path, wrong, instead }) => ({
      path,
      verdict: "refused" as const,
      note: `${wrong}; ${instead}`,
    }));
    return { said };
  }
}

/** Whether a path of the model is a key of the specification, or lies below it. */
export function isAbout(key: string, path: string): boolean {
  const pattern = key
    .split(/(\*|\[\])/)
    .map(part => ({ "*": "[^.[]+", "[]": "\\[\\d+\\]" })[part] ?? part.replaceAll(".", "\\."))
    .join("");
  return new RegExp(`^${pattern}($|[.[])`).test(path);
}
