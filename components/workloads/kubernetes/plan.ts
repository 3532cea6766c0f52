import type { PlanRequest } from "../plan-request";
import type { SecretReference } from "../references";
import { refuseHookCredentials } from "../shared/hook-credentials";
import { reportIdleKeys } from "../shared/idle-keys";
import { Reporter } from "../shared/reporter";
import { routesOf } from "../shared/routes";
import { refuseUnknownKeys } from "../shared/unknown-keys";
import { reportUnused } from "../shared/unused-objects";
import { usedKeys } from "../shared/used-keys";
import { aliasServices } from "./aliases";
import { reportDefaults } from "./canonical-defaults";
import { checkWorkload } from "./check-workload";
import { gateway } from "./gateway";
import { httpRoutes } from "./http-route";
import { reportIdleOf } from "./idle-keys";
import { imagesOf } from "./images";
import { kubernetesName } from "./kubernetes-name";
import type { ClusterFacts, KubernetesPlan, PlannedManifest } from "./kubernetes-plan";
import { limitRange } from "./limit-range";
import { namespace as namespaceManifest } from "./namespace";
import { networkPolicies } from "./network-policy";
import { persistentVolumeClaim } from "./persistent-volume-claim";
import { releaseRecord } from "./release-record";
import { reportVolumeExtensions } from "./report-extension";
import { resourceQuota } from "./resource-quota";
import { services } from "./service";
import { KUBERNETES_SUPPORT } from "./support";
import { teamBindings } from "./team-bindings";
import { checkVolumes } from "./volume-checks";
import type { PlanContext } from "./workload";
import { type WorkloadManifests, workloadManifests } from "./workload-manifests";
import { workloadsOf } from "./workloads-of";

/**
 * Plans an app for a cluster: every manifest as plain data, in the order in which they are applied. The
 * namespace is the project's name unless given.
 * @throws InvalidInput with everything that Kubernetes cannot do, and what to write instead.
 */
export function planKubernetes(
  { loaded, domain, volumeSizeGb }: PlanRequest,
  facts: ClusterFacts,
  namespace: string = kubernetesName(loaded.app.name),
): KubernetesPlan {
  const { app } = loaded;
  const reporter = new Reporter(loaded);
  const routes = routesOf(loaded, domain, reporter);
  const context: PlanContext = {
    ...{ loaded, app, namespace, facts, reporter, volumeSizeGb, routes, jobNames: new Map() },
    ...workloadsOf(loaded, routes, reporter),
  };
  refuseReserved(namespace, reporter);
  checkVolumes(context);
  reportVolumeExtensions(context);
  for (const workload of context.workloads.values()) checkWorkload(context, workload);
  const planned = [...context.workloads.values()].map(workload => workloadManifests(context, workload));
  const manifests = manifestsOf(context, planned);
  refuseCollisions(manifests, reporter);
  reportDefaults(context);
  refuseUnknownKeys(app, reporter);
  refuseHookCredentials(app, reporter);
  reportUnused(app, KUBERNETES_SUPPORT, reporter);
  reportIdleKeys(app, reporter);
  for (const workload of context.workloads.values()) reportIdleOf(context, workload);
  reporter.complete(KUBERNETES_SUPPORT, usedKeys(app));
  reporter.throwIfRefused();
  const secrets = distinctSecrets(planned.flatMap(one => one.secrets));
  return { namespace, manifests, routes, secrets, images: imagesOf(context), report: reporter.entries() };
}

function manifestsOf(
  context: PlanContext,
  planned: readonly WorkloadManifests[],
): readonly PlannedManifest[] {
  const shared = new Map(planned.flatMap(one => one.shared).map(one => [one.key, one]));
  const workloads = [...context.workloads.values()];
  const own = planned.flatMap(one => one.own);
  const claims = [...context.volumeUsers.keys()].sort().flatMap(key => persistentVolumeClaim(context, key));
  const servicesOf = workloads.flatMap(workload => services(context, workload));
  return [
    { key: "namespace", manifest: namespaceManifest(context) },
    ...teamBindings(context),
    ...limitRange(context),
    ...resourceQuota(context, [...claims, ...servicesOf, ...own]),
    ...networkPolicies(context),
    ...claims,
    ...[...shared.values()].sort((a, b) => (a.key < b.key ? -1 : 1)),
    ...servicesOf,
    ...aliasServices(context),
    ...own,
    ...gateway(context),
    ...workloads.flatMap(workload => httpRoutes(context, workload)),
    releaseRecord(context, own),
  ];
}

/** These namespaces are the cluster's own, or everybody's. */
function refuseReserved(namespace: string, reporter: Reporter): void {
  if (!/^(default|kube-.*)$/.test(namespace)) return;
  const instead = "give the app a name of its own, or set towpath:namespace";
  reporter.refuse("name", ["name"], `${namespace} is no namespace for an app`, instead);
}

/** Two Compose names can become one Kubernetes name; neither may silently win. */
function refuseCollisions(manifests: readonly PlannedManifest[], reporter: Reporter): void {
  const owners = new Map<string, string | undefined>();
  for (const { service, manifest } of manifests) {
    const id = `${manifest.kind} ${manifest.metadata.name}`;
    if (owners.has(id) && !sameName(owners.get(id), service)) {
      const path = service === undefined ? ["services"] : ["services", service];
      reporter.refuse(
        "services",
        path,
        `needs a second ${id}`,
        "rename the service, volume, config or secret",
      );
    }
    owners.set(id, service);
  }
}

/** Whether two services have one name on Kubernetes, which is refused as such. */
function sameName(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && b !== undefined && a !== b && kubernetesName(a) === kubernetesName(b);
}

function distinctSecrets(references: readonly SecretReference[]): readonly SecretReference[] {
  const byName = new Map(references.map(reference => [reference.name, reference]));
  return [...byName.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}
