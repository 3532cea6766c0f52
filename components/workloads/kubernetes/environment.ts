import { shortHash } from "../../lib/names";
import type { SecretReference } from "../references";
import { serviceEnvironment } from "../shared/service-environment";
import type { Fields } from "./fields";
import { kubernetesName } from "./kubernetes-name";
import type { Manifest } from "./kubernetes-plan";
import { literal } from "./literal";
import { secret } from "./secret";
import { refuseLargeEnvironment } from "./secret-size";
import type { PlanContext, Workload } from "./workload";

/** A container's variables and the Secret that keeps those nobody may read. */
export interface ContainerEnvironment {
  readonly env: readonly Fields[];
  readonly secret?: Manifest;
  readonly references: readonly SecretReference[];
}

/** Splits a service's environment into text and references to its Secret, sorted by name. */
export function containerEnvironment(context: PlanContext, workload: Workload): ContainerEnvironment {
  const { plain, secret: hidden } = serviceEnvironment(context.loaded, workload.name, context.reporter);
  const name = kubernetesName(workload.resource, "env");
  const env: { readonly name: string; readonly [field: string]: unknown }[] = [
    ...Object.entries(plain).map(([variable, value]) => ({ name: variable, value: literal(value) })),
    ...Object.keys(hidden).map(variable => ({
      name: variable,
      valueFrom: { secretKeyRef: { name, key: keyOf(variable) } },
    })),
  ].sort((a, b) => (a.name < b.name ? -1 : 1));
  const references = Object.values(hidden);
  refuseLargeEnvironment(workload, Object.keys(hidden), context.reporter);
  if (references.length === 0) return { env, references };
  const values = Object.entries(hidden).map(([variable, reference]) => [keyOf(variable), reference.name]);
  return { env, references, secret: secret(context, name, Object.fromEntries(values)) };
}

function keyOf(variable: string): string {
  const clean = variable.replace(/[^-._a-zA-Z0-9]/g, "_");
  return clean === variable ? variable : `${clean}.${shortHash(variable)}`;
}
