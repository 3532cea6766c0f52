import type { ServiceExtension } from "../../app/extension";
import type { Loaded } from "../../app/load/loaded";
import type { App } from "../../app/model";
import type { Service } from "../../app/model/service";
import type { Route } from "../references";
import type { Privileges } from "../shared/privileges";
import type { Reporter } from "../shared/reporter";
import type { ClassifiedMount } from "./classified-mount";
import type { GateMode } from "./gates";
import type { ClusterFacts } from "./kubernetes-plan";
import type { RunAs } from "./run-as";
import type { ServicePort } from "./service-ports";
import type { WellKnownImage } from "./well-known-images";

export type WorkloadKind = "Deployment" | "StatefulSet" | "DaemonSet" | "Job";

/** A service with everything that is decided about it before its manifests are written. */
export interface Workload {
  /** Its name in the Compose file. */
  readonly name: string;
  /** The name of its objects, and so its DNS name. */
  readonly resource: string;
  readonly service: Service;
  readonly extension: ServiceExtension;
  readonly kind: WorkloadKind;
  readonly known: WellKnownImage | undefined;
  readonly runAs: RunAs;
  readonly privileges: Privileges;
  readonly readOnlyRoot: boolean;
  readonly mounts: readonly ClassifiedMount[];
  readonly networks: readonly string[];
  readonly ports: readonly ServicePort[];
  /** Whether another service depends on it. */
  readonly called: boolean;
  /** Whether its Service has no address of its own, so that DNS gives those of its ready pods. */
  readonly headless: boolean;
  readonly routes: readonly Route[];
  /** Ignored where `extension.autoscale` is set. */
  readonly replicas: number;
}

/** What the planner of each kind is given. */
export interface PlanContext {
  readonly loaded: Loaded;
  readonly app: App;
  readonly namespace: string;
  readonly facts: ClusterFacts;
  readonly reporter: Reporter;
  /** GiB of a volume that does not say its own. */
  readonly volumeSizeGb: number;
  readonly routes: readonly Route[];
  /** By Compose name, whatever a service depends on before it. */
  readonly workloads: ReadonlyMap<string, Workload>;
  /** How others wait for a service, by its Compose name. */
  readonly gates: ReadonlyMap<string, ReadonlySet<GateMode>>;
  /** The names of the Jobs planned so far, by Compose name; they follow from the Jobs' content. */
  readonly jobNames: Map<string, string>;
  /** The services that mount each volume. */
  readonly volumeUsers: ReadonlyMap<string, readonly string[]>;
}

/** Whether a service may have more than one pod at a time. */
export function isReplicated(workload: Workload): boolean {
  return workload.replicas > 1 || workload.extension.autoscale !== undefined;
}
