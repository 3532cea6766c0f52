import type { PolicyResource } from "../subject";
import { composeServicesOf } from "./compose-services";
import { composeWorkload } from "./compose-workload";
import { podWorkload } from "./pod-workload";
import { podsOf } from "./pods";
import type { Container, Workload } from "./workload";

export function workloadsOf(subject: PolicyResource): readonly Workload[] {
  return [...podsOf(subject).map(podWorkload), ...composeServicesOf(subject).map(composeWorkload)];
}

/** A container together with what its workload was allowed. */
export interface AllowedContainer {
  readonly container: Container;
  readonly allowed: readonly string[];
}

export function containersOf(subject: PolicyResource): readonly AllowedContainer[] {
  const found = KNOWN.get(subject);
  if (found !== undefined) return found;
  const containers = workloadsOf(subject).flatMap(({ containers, allowed }) =>
    containers.map(container => ({ container, allowed })),
  );
  KNOWN.set(subject, containers);
  return containers;
}

/** Worked out once a resource, for there are many rules about containers. */
const KNOWN = new WeakMap<PolicyResource, readonly AllowedContainer[]>();
