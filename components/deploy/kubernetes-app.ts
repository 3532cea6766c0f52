import type * as k8s from "@pulumi/kubernetes";
import type * as pulumi from "@pulumi/pulumi";
import { GitApp } from "../addons/git-app";
import { isFromGit } from "../addons/git-objects";
import type { KubernetesSettings } from "../settings/settings";
import { builtImage } from "../workloads/kubernetes/container";
import { KubernetesApp, type KubernetesAppArgs } from "../workloads/kubernetes/kubernetes-app";
import type { KubernetesPlan } from "../workloads/kubernetes/kubernetes-plan";

/** What the rendered YAML in Git lacks: the namespace comes first, and Secrets are never in Git. */
const NOT_FROM_GIT = new Set(["Namespace", "Secret"]);

/**
 * Puts the app into the cluster: all of its manifests, or what Git lacks of them and the object that has Argo CD or
 * Flux bring the rest.
 */
export function kubernetesApp(
  { addons }: KubernetesSettings,
  plan: KubernetesPlan,
  provider: k8s.Provider,
  dependsOn: readonly pulumi.Resource[],
  values: Omit<KubernetesAppArgs, "plan">,
): KubernetesApp {
  const opts = { provider, dependsOn: [...dependsOn] };
  if (!isFromGit(addons)) return new KubernetesApp("app", { plan, ...values }, opts);
  const first = plan.manifests.filter(({ manifest }) => NOT_FROM_GIT.has(manifest.kind));
  const app = new KubernetesApp("app", { plan: { ...plan, manifests: first }, ...values }, opts);
  const { namespace } = plan;
  const hasJobs = plan.manifests.some(({ manifest }) => manifest.kind === "Job");
  const images = Object.fromEntries(
    Object.entries(values.images).map(([service, image]) => [builtImage(service), image]),
  );
  new GitApp("app-git", { addons, namespace, images, hasJobs, provider }, { dependsOn: [...dependsOn, app] });
  return app;
}
