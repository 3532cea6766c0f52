import * as k8s from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import type { AddonSettings } from "../settings/addons";
import { type GitObject, gitObjects, type ImageOverride } from "./git-objects";

export interface GitAppArgs {
  readonly addons: AddonSettings;
  /** Of the app. */
  readonly namespace: string;
  /** Built images by what stands for them in the rendered YAML. */
  readonly images: Readonly<Record<string, pulumi.Input<string>>>;
  readonly hasJobs: boolean;
  readonly provider: k8s.Provider;
}

/** Has Argo CD or Flux bring the app from Git, with the images that this update built. */
export class GitApp extends pulumi.ComponentResource {
  constructor(name: string, args: GitAppArgs, opts?: pulumi.ComponentResourceOptions) {
    super("towpath:addons:GitApp", name, {}, opts);
    const { addons, namespace, images, hasJobs, provider } = args;
    const objects = (overrides: readonly ImageOverride[]) =>
      gitObjects(addons, { namespace, hasJobs, images: overrides });
    const overrides = pulumi
      .all(images)
      .apply(known => Object.entries(known).map(([placeholder, image]) => ({ placeholder, image })));
    const made: pulumi.Resource[] = [];
    for (const { key, apiVersion, kind, metadata } of objects([])) {
      const spec = overrides.apply(known => specOf(objects(known), key));
      const own = { ...metadata, finalizers: [...(metadata.finalizers ?? [])] };
      made.push(
        new k8s.apiextensions.CustomResource(
          `${name}-${key}`,
          { apiVersion, kind, metadata: own, spec },
          { parent: this, provider, dependsOn: [...made] },
        ),
      );
    }
    this.registerOutputs({});
  }
}

function specOf(objects: readonly GitObject[], key: string) {
  return objects.find(object => object.key === key)?.spec;
}
