import { imagePolicyCheck } from "./addons/image-policy-check";
import type { Loaded } from "./app/load/loaded";
import { checkedCapabilities } from "./checked-capabilities";
import { clusterFacts } from "./cluster-facts";
import { fargateIssues } from "./fargate-issues";
import { InvalidInput } from "./lib/issues";
import { compact } from "./lib/records";
import { loadStack } from "./load-stack";
import { ownRegistry } from "./own-registry";
import { buildIssues } from "./platforms/cluster/build-issues";
import { poolsByManager } from "./platforms/eks/pools-by-manager";
import type { Capabilities } from "./settings/capabilities";
import type { DockerSettings, PrometheusSettings } from "./settings/docker";
import type { KubernetesSettings, Settings } from "./settings/settings";
import { stackIssues } from "./stack-issues";
import type { DockerPlan } from "./workloads/docker/docker-plan";
import type { DockerPlanRequest } from "./workloads/docker/docker-plan-request";
import type { MonitoringRequest } from "./workloads/docker/monitoring/monitoring-request";
import { withoutServices } from "./workloads/docker/own-registry/with-registry";
import { planDocker } from "./workloads/docker/plan";
import type { ClusterFacts, KubernetesPlan } from "./workloads/kubernetes/kubernetes-plan";
import { planKubernetes } from "./workloads/kubernetes/plan";
import type { PlanRequest } from "./workloads/plan-request";

/** A stack's app as its target's workload, before any resource exists. */
export type StackPlan =
  | {
      readonly kind: "docker";
      readonly loaded: Loaded;
      readonly plan: DockerPlan;
      /** What runs before the first image can be pushed: the host's own registry, where it has one. */
      readonly bootstrap?: DockerPlan;
    }
  | {
      readonly kind: "kubernetes";
      readonly loaded: Loaded;
      readonly plan: KubernetesPlan;
      readonly facts: ClusterFacts;
      /** What is known of a cluster that exists; absent for one that towpath makes. */
      readonly capabilities?: Capabilities;
    };

/**
 * Loads the stack's Compose files and plans them for its target. `environment` takes part in interpolation; `live` is
 * what an existing cluster says that it can do. Throws InvalidInput with every problem, a key that the target refuses included.
 */
export function planStack(
  settings: Settings,
  environment: Readonly<Record<string, string>>,
  live?: Capabilities,
): StackPlan {
  const issues = stackIssues(settings);
  if (issues.length > 0) throw new InvalidInput(issues);
  const { domain, acmeEmail, volumeSizeGb } = settings;
  const loaded = loadStack(settings, environment);
  refuseBuilds(settings, loaded);
  const request: PlanRequest = {
    loaded,
    volumeSizeGb,
    ...(domain === undefined ? {} : { domain }),
    ...(acmeEmail === undefined ? {} : { acmeEmail }),
  };
  if (settings.target === "docker") return dockerPlans(request, settings);
  const facts = clusterFacts(settings);
  const plan = planKubernetes(request, facts, settings.namespace);
  refuseImages(settings, plan);
  refuseFargate(settings, plan, facts);
  if (settings.target !== "cluster") return { kind: "kubernetes", loaded, facts, plan };
  return { kind: "kubernetes", loaded, facts, plan, capabilities: checkedCapabilities(settings, plan, live) };
}

function refuseImages(settings: KubernetesSettings, { images }: KubernetesPlan): void {
  const pulled = images.filter(image => image.kind === "pull");
  const issues = imagePolicyCheck(settings, pulled);
  if (issues.length > 0) throw new InvalidInput(issues);
}

function refuseFargate(settings: KubernetesSettings, plan: KubernetesPlan, facts: ClusterFacts): void {
  if (settings.target !== "eks") return;
  const { fargate } = poolsByManager(settings.eks.pools);
  const issues = fargateIssues(plan, fargate, facts.sharedStorageClass);
  if (issues.length > 0) throw new InvalidInput(issues);
}

/** What the settings of a Docker host ask of its plan. */
function hostRequest({ docker }: DockerSettings): Omit<DockerPlanRequest, keyof PlanRequest> {
  const { drill } = docker.backups;
  const { kind } = docker.monitoring;
  const watched = kind === "prometheus" ? { monitoring: monitoringRequest(docker.monitoring) } : {};
  return { ...compact({ drill }), ...watched, metrics: kind !== "none" };
}

function monitoringRequest({ retentionDays, grafana, receiver }: PrometheusSettings): MonitoringRequest {
  return compact({ retentionDays, grafana, receiver });
}

function dockerPlans(request: PlanRequest, settings: DockerSettings): StackPlan {
  const { loaded } = request;
  const registry = ownRegistry(settings);
  const whole = { ...request, ...hostRequest(settings) };
  if (registry === undefined) return { kind: "docker", loaded, plan: planDocker(whole) };
  const plan = planDocker({ ...whole, registry });
  const bootstrap = planDocker({ ...request, registry, loaded: withoutServices(loaded) });
  return { kind: "docker", loaded, plan, bootstrap };
}

function refuseBuilds(settings: Settings, { app }: Loaded): void {
  if (settings.target !== "cluster") return;
  const built = Object.entries(app.services).flatMap(([name, { build }]) =>
    build === undefined ? [] : [name],
  );
  const issues = buildIssues(settings, built);
  if (issues.length > 0) throw new InvalidInput(issues);
}
