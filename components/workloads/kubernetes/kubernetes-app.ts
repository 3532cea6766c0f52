import * as pulumi from "@pulumi/pulumi";
import type { SecretReference } from "../references";
import { declare, type FilledManifest } from "./kinds";
import type { KubernetesPlan, PlannedManifest } from "./kubernetes-plan";
import { mapText } from "./map-text";
import { type Placeholders, placeholdersOf } from "./placeholders";

export interface KubernetesAppArgs {
  readonly plan: KubernetesPlan;
  /** Image by service: every built one, and any other that is to be pulled by digest. */
  readonly images: Readonly<Record<string, pulumi.Input<string>>>;
  /** Where a secret's value comes from; called once for each of the plan's secrets. */
  readonly secrets: (reference: SecretReference) => pulumi.Output<string>;
}

const WORKLOADS = new Set(["DaemonSet", "Deployment", "Job", "StatefulSet"]);
/** What a pod cannot start without, or would start too openly without. */
const BEFORE_PODS = new Set([
  "ConfigMap",
  "NetworkPolicy",
  "PersistentVolumeClaim",
  "Secret",
  "ServiceAccount",
]);

/**
 * Applies a plan to a cluster, one child a manifest. A changed image changes the pods of its service alone; a
 * Job's name follows from its content, so a changed one is another Job. Pass the cluster's provider in `opts`.
 */
export class KubernetesApp extends pulumi.ComponentResource {
  /** The app's namespace, known once it exists. */
  readonly namespace: pulumi.Output<string>;

  constructor(name: string, args: KubernetesAppArgs, opts: pulumi.ComponentResourceOptions) {
    super("towpath:workloads:KubernetesApp", name, {}, opts);
    const { plan } = args;
    const filler = new Filler(args, placeholdersOf(plan));
    const made = new Map<string, pulumi.CustomResource>();
    for (const planned of plan.manifests) {
      const dependsOn = orderOf(plan, planned).flatMap(key => made.get(key) ?? []);
      const manifest = filler.filled(planned);
      made.set(planned.key, declare(`${name}-${planned.key}`, manifest, { parent: this, dependsOn }));
    }
    this.namespace = pulumi
      .all([plan.namespace, made.get("namespace")?.id])
      .apply(([namespace]) => namespace);
    this.registerOutputs({ namespace: this.namespace });
  }
}

/** Puts images, Job names and secrets into manifests, each as an output of its own so that the rest stays known. */
class Filler {
  readonly #secrets: ReadonlyMap<string, pulumi.Output<string>>;

  constructor(
    private readonly args: KubernetesAppArgs,
    private readonly placeholders: Placeholders,
  ) {
    const values = args.plan.secrets.map(reference => [reference.name, args.secrets(reference)] as const);
    this.#secrets = new Map(values.map(([name, value]) => [name, pulumi.secret(value)]));
  }

  filled({ manifest }: PlannedManifest): FilledManifest {
    if (manifest.kind === "Secret") {
      return { ...manifest, stringData: mapText(manifest.stringData, name => this.#secrets.get(name)) };
    }
    return mapText(manifest, (text, field) => this.#fill(text, field)) as FilledManifest;
  }

  #fill(text: string, field: string): pulumi.Input<string> {
    const needed = this.placeholders
      .servicesIn(text, field)
      .flatMap(service =>
        this.args.images[service] === undefined ? [] : [[service, this.args.images[service]]],
      );
    if (needed.length === 0) return text;
    return pulumi
      .all(Object.fromEntries(needed) as Record<string, pulumi.Input<string>>)
      .apply(images => this.placeholders.fill(text, field, images));
  }
}

/** The namespace before everything, what pods need before pods, and pods after those that they wait for. */
function orderOf({ manifests }: KubernetesPlan, planned: PlannedManifest): readonly string[] {
  if (planned.manifest.kind === "Namespace") return [];
  if (!WORKLOADS.has(planned.manifest.kind)) return ["namespace"];
  const needed = manifests.filter(
    ({ service, manifest }) =>
      BEFORE_PODS.has(manifest.kind) && (service === undefined || service === planned.service),
  );
  return ["namespace", ...needed.map(({ key }) => key), ...(planned.dependsOn ?? [])];
}
