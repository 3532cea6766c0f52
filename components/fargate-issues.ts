import type { Issue } from "./lib/issues";
import type { FargatePool } from "./settings/eks-pool";
import type { KubernetesPlan, Manifest, PlannedManifest } from "./workloads/kubernetes/kubernetes-plan";

/** What is looked at of a pod. */
interface Pod {
  readonly hostNetwork?: boolean;
  readonly nodeSelector?: Readonly<Record<string, string>>;
  readonly containers?: readonly Container[];
  readonly initContainers?: readonly Container[];
  readonly volumes?: readonly {
    readonly hostPath?: unknown;
    readonly persistentVolumeClaim?: { readonly claimName: string };
  }[];
}

interface Container {
  readonly securityContext?: { readonly privileged?: boolean };
  readonly ports?: readonly { readonly hostPort?: number }[];
  readonly resources?: { readonly limits?: Readonly<Record<string, unknown>> };
}

interface Claim {
  readonly storageClassName?: string;
}

/** A workload that goes to a pool of Fargate. */
interface Sent {
  readonly kind: string;
  readonly pod: Pod;
  /** Classes of its volumes. */
  readonly classes: readonly (string | undefined)[];
  /** Class of volumes that no disk is made for. */
  readonly sharedClass: string | undefined;
}

/**
 * What Fargate does not run, as the end of "… has". Source: AWS, "Simplify compute management with AWS Fargate" in
 * the EKS user guide, its considerations.
 */
const IMPOSSIBLE: readonly (readonly [string, (sent: Sent) => boolean])[] = [
  ["a pod on every node (deploy.mode: global)", ({ kind }) => kind === "DaemonSet"],
  ["a volume on a disk of EBS", ({ classes, sharedClass }) => classes.some(one => one !== sharedClass)],
  ["a path of its node", ({ pod }) => pod.volumes?.some(({ hostPath }) => hostPath !== undefined) ?? false],
  ["its node's network", ({ pod }) => pod.hostNetwork === true],
  ["a port of its node", sent => some(sent, ({ ports }) => ports?.some(one => one.hostPort !== undefined))],
  ["a privileged container", sent => some(sent, one => one.securityContext?.privileged)],
  ["a GPU", sent => some(sent, ({ resources }) => Object.keys(resources?.limits ?? {}).some(isGpu))],
  ["a platform other than linux/amd64", ({ pod }) => (pod.nodeSelector?.[ARCH] ?? "amd64") !== "amd64"],
];
const ARCH = "kubernetes.io/arch";

const isGpu = (resource: string): boolean => resource.endsWith("/gpu");

function some({ pod }: Sent, holds: (container: Container) => boolean | undefined): boolean {
  return [...(pod.containers ?? []), ...(pod.initContainers ?? [])].some(one => holds(one) === true);
}

/** What an app's pods need and Fargate, where a pool of it takes them, cannot give. `sharedClass` is that of EFS. */
export function fargateIssues(
  { manifests, namespace }: KubernetesPlan,
  pools: readonly FargatePool[],
  sharedClass: string | undefined,
): Issue[] {
  const claims = new Map(
    manifests
      .filter(({ manifest }) => manifest.kind === "PersistentVolumeClaim")
      .map(({ manifest }) => [manifest.metadata.name, (manifest.spec as Claim).storageClassName]),
  );
  return manifests.flatMap(planned => {
    const template = templateOf(planned.manifest);
    const pool = pools.find(one => takes(one, namespace, template?.metadata?.labels ?? {}));
    if (template === undefined || pool === undefined) return [];
    const classes = classesOf(planned.manifest, template.spec, claims);
    const sent: Sent = { kind: planned.manifest.kind, pod: template.spec, classes, sharedClass };
    return IMPOSSIBLE.filter(([, holds]) => holds(sent)).map(([what]) => issue(planned, what, pool));
  });
}

function issue({ service, manifest }: PlannedManifest, what: string, { name }: FargatePool): Issue {
  return {
    path: service === undefined ? manifest.metadata.name : `services.${service}`,
    wrong: `has ${what}, which Fargate does not give, while the pool ${name} takes its pods`,
    instead: `give the pool ${name} labels in towpath:eks.pools that only other pods carry, or leave the app's namespace out of it`,
  };
}

interface Template {
  readonly metadata?: { readonly labels?: Readonly<Record<string, string>> };
  readonly spec: Pod;
}

function templateOf({ spec }: Manifest): Template | undefined {
  return (spec as { readonly template?: Template } | undefined)?.template;
}

function classesOf({ spec }: Manifest, pod: Pod, claims: ReadonlyMap<string, string | undefined>) {
  const { volumeClaimTemplates = [] } = spec as {
    readonly volumeClaimTemplates?: readonly { readonly spec: Claim }[];
  };
  const named = (pod.volumes ?? []).flatMap(({ persistentVolumeClaim: claim }) =>
    claim === undefined ? [] : [claims.get(claim.claimName)],
  );
  return [...volumeClaimTemplates.map(one => one.spec.storageClassName), ...named];
}

/** Whether a profile takes a pod: by its namespace, and all of the labels. `*` and `?` stand for others' text. */
function takes(pool: FargatePool, namespace: string, labels: Readonly<Record<string, string>>): boolean {
  return (
    pool.namespaces.some(pattern => matches(pattern, namespace)) &&
    Object.entries(pool.labels).every(([key, pattern]) => matches(pattern, labels[key] ?? ""))
  );
}

function matches(pattern: string, text: string): boolean {
  const escaped = pattern.replace(/[.+^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`^${escaped.replaceAll("*", ".*").replaceAll("?", ".")}$`).test(text);
}
