import * as pulumi from "@pulumi/pulumi";
import type { FilledManifest } from "./kinds";
import type { KubernetesAppArgs } from "./kubernetes-app";
import type { PlannedManifest } from "./kubernetes-plan";
import { mapText } from "./map-text";
import { type Placeholders, placeholdersOf } from "./placeholders";
import { secretDigest } from "./secret-digest";
import { SECRETS } from "./secrets-annotation";

/** Puts images, Job names and secrets into manifests, each as an output of its own so that the rest stays known. */
export class ManifestFiller {
  readonly #placeholders: Placeholders;
  readonly #images: KubernetesAppArgs["images"];
  readonly #secrets: ReadonlyMap<string, pulumi.Output<string>>;
  #key: pulumi.Output<string> | undefined;

  /** `makeKey` makes the key of the digests of secrets; it is called once, when the first one is needed. */
  constructor(
    { plan, images, secrets }: Pick<KubernetesAppArgs, "plan" | "images" | "secrets">,
    private readonly makeKey: () => pulumi.Output<string>,
  ) {
    this.#placeholders = placeholdersOf(plan);
    this.#images = images;
    const values = plan.secrets.map(reference => [reference.name, secrets(reference)] as const);
    this.#secrets = new Map(values.map(([name, value]) => [name, pulumi.secret(value)]));
  }

  filled({ manifest }: PlannedManifest): FilledManifest {
    if (manifest.kind === "Secret") {
      return { ...manifest, stringData: mapText(manifest.stringData, name => this.#secrets.get(name)) };
    }
    return mapText(manifest, (text, field) =>
      field === SECRETS ? this.#digest(text) : this.#fill(text, field),
    ) as FilledManifest;
  }

  #fill(text: string, field: string): pulumi.Input<string> {
    const needed = this.#placeholders
      .servicesIn(text, field)
      .flatMap(service => (this.#images[service] === undefined ? [] : [[service, this.#images[service]]]));
    if (needed.length === 0) return text;
    return pulumi
      .all(Object.fromEntries(needed) as Record<string, pulumi.Input<string>>)
      .apply(images => this.#placeholders.fill(text, field, images));
  }

  /** No secret any more: whoever has not the key cannot try values against it. */
  #digest(names: string): pulumi.Output<string> {
    this.#key ??= this.makeKey();
    const values = Object.fromEntries(
      names.split(",").map(name => [name, this.#secrets.get(name) ?? pulumi.output("")]),
    );
    const digest = pulumi.all([this.#key, pulumi.all(values)]).apply(([key, all]) => secretDigest(key, all));
    return pulumi.unsecret(digest);
  }
}
