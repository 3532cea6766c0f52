import * as k8s from "@pulumi/kubernetes";
import type * as pulumi from "@pulumi/pulumi";

/** A manifest whose placeholders have become outputs. */
export interface FilledManifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly [field: string]: unknown;
}

type Maker = (name: string, manifest: object, opts: pulumi.CustomResourceOptions) => pulumi.CustomResource;

/** The typed resource for every kind that a plan may hold. */
const MAKERS: Readonly<Record<string, Maker>> = {
  ConfigMap: (name, args, opts) => new k8s.core.v1.ConfigMap(name, args, opts),
  DaemonSet: (name, args, opts) => new k8s.apps.v1.DaemonSet(name, args as k8s.apps.v1.DaemonSetArgs, opts),
  Deployment: (name, args, opts) =>
    new k8s.apps.v1.Deployment(name, args as k8s.apps.v1.DeploymentArgs, opts),
  HorizontalPodAutoscaler: (name, args, opts) =>
    new k8s.autoscaling.v2.HorizontalPodAutoscaler(
      name,
      args as k8s.autoscaling.v2.HorizontalPodAutoscalerArgs,
      opts,
    ),
  Job: (name, args, opts) => new k8s.batch.v1.Job(name, args, opts),
  Namespace: (name, args, opts) => new k8s.core.v1.Namespace(name, args, opts),
  LimitRange: (name, args, opts) => new k8s.core.v1.LimitRange(name, args, opts),
  NetworkPolicy: (name, args, opts) => new k8s.networking.v1.NetworkPolicy(name, args, opts),
  PersistentVolumeClaim: (name, args, opts) => new k8s.core.v1.PersistentVolumeClaim(name, args, opts),
  PodDisruptionBudget: (name, args, opts) => new k8s.policy.v1.PodDisruptionBudget(name, args, opts),
  ResourceQuota: (name, args, opts) => new k8s.core.v1.ResourceQuota(name, args, opts),
  Role: (name, args, opts) => new k8s.rbac.v1.Role(name, args, opts),
  RoleBinding: (name, args, opts) =>
    new k8s.rbac.v1.RoleBinding(name, args as k8s.rbac.v1.RoleBindingArgs, opts),
  Secret: (name, args, opts) => new k8s.core.v1.Secret(name, args, opts),
  Service: (name, args, opts) => new k8s.core.v1.Service(name, args, opts),
  ServiceAccount: (name, args, opts) => new k8s.core.v1.ServiceAccount(name, args, opts),
  StatefulSet: (name, args, opts) =>
    new k8s.apps.v1.StatefulSet(name, args as k8s.apps.v1.StatefulSetArgs, opts),
};

/** Declares a manifest as the resource of its kind; what Kubernetes does not have itself is a custom resource. */
export function declare(
  name: string,
  manifest: FilledManifest,
  opts: pulumi.CustomResourceOptions,
): pulumi.CustomResource {
  const make = MAKERS[manifest.kind];
  if (make !== undefined) return make(name, manifest, opts);
  const args = manifest as k8s.apiextensions.CustomResourceArgs;
  return new k8s.apiextensions.CustomResource(name, args, opts);
}
