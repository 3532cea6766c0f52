import type { BoardFacts } from "../../lib/edge";
import type { ImageReference, Route, SecretReference } from "../references";
import type { ReportEntry } from "../verdict";

/** Everything that a cluster needs to run the app, as plain data. */
export interface KubernetesPlan {
  readonly namespace: string;
  /** In the order in which they are applied. */
  readonly manifests: readonly PlannedManifest[];
  readonly routes: readonly Route[];
  readonly secrets: readonly SecretReference[];
  readonly images: readonly ImageReference[];
  readonly report: readonly ReportEntry[];
}

/** A manifest and which file of `towpath render` it goes to. */
export interface PlannedManifest {
  /** The service that it belongs to; absent for what the whole app shares. */
  readonly service?: string;
  /** A domain word, unique in the plan, e.g. `web-deployment`; part of the resource's name. */
  readonly key: string;
  readonly manifest: Manifest;
  /** Keys of workloads that must be ready before this one is applied; its pods wait for them by themselves too. */
  readonly dependsOn?: readonly string[];
  /** Stays when another takes its place: pods of the release before may still need it, and are gone back to. */
  readonly kept?: true;
  /** How long an update waits until it is rolled out, seconds; absent: as long as whoever applies it likes. */
  readonly rolloutSeconds?: number;
}

/**
 * A Kubernetes object. Built images stand in `image` as `towpath.build/<service>`; in a Secret's `stringData`
 * every value is the name of one of the plan's secrets, and so is each in a pod's list of them (SECRETS). The
 * component puts the real ones, and a digest of the list's, in.
 */
export interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly labels?: Readonly<Record<string, string>>;
    readonly annotations?: Readonly<Record<string, string>>;
  };
  readonly [field: string]: unknown;
}

/** What a plan needs to know of the cluster it is for. */
export interface ClusterFacts {
  /** Absent: the cluster's default class. */
  readonly storageClass?: string;
  /** Class of volumes that pods on several nodes share; absent: who shares a volume runs on one node. */
  readonly sharedStorageClass?: string;
  readonly gatewayClass: string;
  /** Namespace of the Gateway controller's pods, which NetworkPolicies let in. */
  readonly ingressNamespace: string;
  /** Namespace of Prometheus; absent without monitoring. */
  readonly monitoringNamespace?: string;
  /** Node architectures, for `platforms` of built images. */
  readonly architectures: readonly ("amd64" | "arm64")[];
  /** Whether a spot pool exists, and so whether `x-towpath.spot` can be honoured. */
  readonly spot: boolean;
  /** Boards outside AWS that are nodes, too. Default: none. */
  readonly edge?: readonly BoardFacts[];
  /** Whether built images go to ECR, which only machines with a role in AWS may pull from. Default: false. */
  readonly buildsToEcr?: boolean;
  /** cert-manager ClusterIssuer; absent when no domain is set. */
  readonly clusterIssuer?: string;
  /** The numbers of the Gateway's listeners. Default: those of Traefik's chart for class `traefik`, else 80 and 443. */
  readonly gatewayPorts?: { readonly http: number; readonly https: number };
  /** Blocks that pods with a way to the internet must not reach. Default: every private and link-local block. */
  readonly privateCidrs?: readonly string[];
  /** Groups that may see, and that may change, what is in the app's namespace. Default: nobody but who may anyway. */
  readonly team?: { readonly view: readonly string[]; readonly edit: readonly string[] };
  /** Room that the namespace's quota leaves beside the app's need, percent, or no quota. Default 100. */
  readonly quota?: { readonly headroomPercent: number } | false;
  /** Who may reach published ports, as CIDR blocks. Default: everyone. */
  readonly allowedCidrs?: readonly string[];
}
