import * as pulumi from "@pulumi/pulumi";
import { Addons } from "../addons/addons";
import type { StackPlan } from "../plan-stack";
import type { KubernetesPlatform } from "../platforms/kubernetes-platform";
import type { KubernetesSettings } from "../settings/settings";
import { SECRET_BYTES } from "../workloads/kubernetes/secret-size";
import { addonSecrets } from "./addon-secrets";
import { appFacts } from "./app-facts";
import { appImages } from "./app-images";
import { builtFrom } from "./built-from";
import { kubernetesApp } from "./kubernetes-app";
import { secretValues } from "./secret-values";
import { type StackContext, type StackOutputs, urlOf } from "./stack-context";

export type PlannedKubernetes = Extract<StackPlan, { kind: "kubernetes" }>;

/**
 * Deploys an app to whatever cluster `makePlatform` yields, which is called once everything that can be refused
 * has been. Throws InvalidInput for secrets without a value, and for those that are larger than a Secret.
 */
export function kubernetesWorkload(
  settings: KubernetesSettings,
  { loaded, plan }: PlannedKubernetes,
  { identity, secrets }: StackContext,
  makePlatform: () => KubernetesPlatform,
): StackOutputs {
  const known = { loaded, secrets, configured: settings.secretNames, most: SECRET_BYTES };
  const values = secretValues({ ...known, references: plan.secrets });
  const addonValues = secretValues({ ...known, references: addonSecrets(settings) });
  const platform = makePlatform();
  const secret = (key: string) => addonValues[key] ?? pulumi.output("");
  const addons = new Addons("addons", {
    ...{ settings, identity, platform, secret },
    app: appFacts(plan),
    builtFrom: builtFrom(settings, identity),
  });
  const images = appImages({
    images: plan.images,
    registry: platform.registry,
    architectures: platform.architectures,
  });
  const ready = [...platform.ready, ...addons.ready];
  const app = kubernetesApp(settings, plan, platform.provider, ready, {
    images,
    secrets: ({ name }) => values[name] ?? pulumi.output(""),
    access: platform.access,
  });
  const address = platform.address ?? addons.address ?? pulumi.output("");
  return { url: urlOf(settings, address), address, namespace: app.namespace, cluster: platform.cluster.name };
}
