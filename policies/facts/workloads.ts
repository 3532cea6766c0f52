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
  return workloadsOf(subject).flatMap(({ containers, allowed }) =>
    containers.map(container => ({ container, allowed })),
  );
}
