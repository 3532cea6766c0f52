import * as pulumi from "@pulumi/pulumi";
import type { SecretReference } from "../references";
import { TEMPLATED_KINDS } from "./change-cause";
import { digestKey } from "./digest-key";
import { type ClusterAccess, goBack } from "./go-back";
import { declare } from "./kinds";
import type { KubernetesPlan, PlannedManifest } from "./kubernetes-plan";
import { ManifestFiller } from "./manifest-filler";

export interface KubernetesAppArgs {
  readonly plan: KubernetesPlan;
  /** Image by service: every built one, and any other that is to be pulled by digest. */
  readonly images: Readonly<Record<string, pulumi.Input<string>>>;
  /** Where a secret's value comes from; called once for each of the plan's secrets. */
  readonly secrets: (reference: SecretReference) => pulumi.Output<string>;
  /** How a failed rollout is taken back. Default: kubectl with its own kubeconfig. */
  readonly access?: ClusterAccess;
}

const WORKLOADS = new Set(["DaemonSet", "Deployment", "Job", "StatefulSet"]);
/** What a pod cannot start without, or would start too openly without. */
const BEFORE_PODS = new Set([
  "ConfigMap",
  "LimitRange",
  "NetworkPolicy",
  "PersistentVolumeClaim",
  "ResourceQuota",
  "Secret",
  "ServiceAccount",
]);

/**
 * Applies a plan to a cluster, one child a manifest. A changed image or secret changes the pods of its service
 * alone; a Job's name follows from its content, so a changed one is another Job. A workload whose update fails goes
 * back to its former manifest. Pass the cluster's provider in `opts`.
 */
export class KubernetesApp extends pulumi.ComponentResource {
  /** The app's namespace, known once it exists. */
  readonly namespace: pulumi.Output<string>;

  constructor(name: string, args: KubernetesAppArgs, opts: pulumi.ComponentResourceOptions) {
    super("towpath:workloads:KubernetesApp", name, {}, opts);
    const { plan } = args;
    // A preview has nothing that could fail, and Pulumi's mocks know no hooks.
    const onError = pulumi.runtime.isDryRun() ? [] : [goBack(name, args.access ?? {})];
    const made = new Map<string, pulumi.CustomResource>();
    const dependencies = (keys: readonly string[]) => keys.flatMap(key => made.get(key) ?? []);
    const filler = new ManifestFiller(args, () =>
      digestKey(`${name}-digest-key`, plan.namespace, {
        parent: this,
        dependsOn: dependencies(["namespace"]),
      }),
    );
    for (const planned of plan.manifests) {
      const manifest = filler.filled(planned);
      const dependsOn = dependencies(orderOf(plan, planned));
      const options = { parent: this, dependsOn, ...rolloutOptions(planned, onError) };
      made.set(planned.key, declare(`${name}-${planned.key}`, manifest, options));
    }
    this.namespace = pulumi
      .all([plan.namespace, made.get("namespace")?.id])
      .apply(([namespace]) => namespace);
    this.registerOutputs({ namespace: this.namespace });
  }
}

/** The namespace before everything, what pods need before pods, and pods after those that they wait for. */
function orderOf({ manifests }: KubernetesPlan, planned: PlannedManifest): readonly string[] {
  if (planned.manifest.kind === "Namespace") return [];
  const first = ["namespace", ...(planned.dependsOn ?? [])];
  if (!WORKLOADS.has(planned.manifest.kind)) return first;
  const needed = manifests.filter(
    ({ service, manifest }) =>
      BEFORE_PODS.has(manifest.kind) && (service === undefined || service === planned.service),
  );
  return [...first, ...needed.map(({ key }) => key)];
}

/** How long a rollout may take, what happens when it fails, and what outlives its release. */
function rolloutOptions(
  { manifest, rolloutSeconds, kept }: PlannedManifest,
  onError: pulumi.ErrorHook[],
): pulumi.CustomResourceOptions {
  const time = `${rolloutSeconds}s`;
  return {
    ...(rolloutSeconds !== undefined && { customTimeouts: { create: time, update: time } }),
    ...(TEMPLATED_KINDS.has(manifest.kind) && { hooks: { onError } }),
    ...(kept === true && { retainOnDelete: true }),
  };
}
