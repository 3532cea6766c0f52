import type { PolicyResource } from "../subject";
import { read } from "./read";

/** A pod, as the object that makes it describes it. */
export interface Pod {
  /** Its `metadata` and `spec`. */
  readonly template: unknown;
  readonly namespace: unknown;
  /** False for jobs, which end. */
  readonly isLongRunning: boolean;
}

/** Where each kind of object keeps the pod that it makes. */
const TEMPLATES: Readonly<Record<string, string | undefined>> = {
  "kubernetes:apps/v1:DaemonSet": "spec.template",
  "kubernetes:apps/v1:Deployment": "spec.template",
  "kubernetes:apps/v1:ReplicaSet": "spec.template",
  "kubernetes:apps/v1:StatefulSet": "spec.template",
  "kubernetes:batch/v1:CronJob": "spec.jobTemplate.spec.template",
  "kubernetes:batch/v1:Job": "spec.template",
};

export function podsOf({ type, props }: PolicyResource): readonly Pod[] {
  if (type === "kubernetes:core/v1:Pod") return [pod(props, props, true)];
  const path = TEMPLATES[type];
  return path === undefined ? [] : [pod(read(props, path), props, !type.includes("batch"))];
}

function pod(template: unknown, object: unknown, isLongRunning: boolean): Pod {
  return {
    template,
    isLongRunning,
    get namespace() {
      return read(object, "metadata.namespace");
    },
  };
}
