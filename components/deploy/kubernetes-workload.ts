import * as pulumi from "@pulumi/pulumi";
import { Addons } from "../addons/addons";
import type { StackPlan } from "../plan-stack";
import type { KubernetesPlatform } from "../platforms/kubernetes-platform";
import type { KubernetesSettings } from "../settings/settings";
import { KubernetesApp } from "../workloads/kubernetes/kubernetes-app";
import { appImages } from "./app-images";
import { secretValues } from "./secret-values";
import { type StackContext, type StackOutputs, urlOf } from "./stack-context";

export type PlannedKubernetes = Extract<StackPlan, { kind: "kubernetes" }>;

/**
 * Deploys an app to whatever cluster `makePlatform` yields, which is called once everything that can be refused
 * has been. Throws InvalidInput for secrets without a value.
 */
export function kubernetesWorkload(
  settings: KubernetesSettings,
  { loaded, plan }: PlannedKubernetes,
  { identity, secrets }: StackContext,
  makePlatform: () => KubernetesPlatform,
): StackOutputs {
  const configured = settings.secretNames;
  const values = secretValues({ loaded, references: plan.secrets, secrets, configured });
  const platform = makePlatform();
  const addons = new Addons("addons", { settings, identity, platform });
  const images = appImages({
    images: plan.images,
    registry: platform.registry,
    architectures: platform.architectures,
  });
  const app = new KubernetesApp(
    "app",
    { plan, images, secrets: ({ name }) => values[name] ?? pulumi.output(""), access: platform.access },
    { provider: platform.provider, dependsOn: [...platform.ready, ...addons.ready] },
  );
  const address = platform.address ?? addons.address ?? pulumi.output("");
  return { url: urlOf(settings, address), address, namespace: app.namespace, cluster: platform.cluster.name };
}
