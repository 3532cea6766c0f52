import { compact } from "../../lib/records";
import { affinityOf } from "./affinity";
import type { Fields } from "./fields";
import { gracePeriodSeconds } from "./lifecycle";
import { dnsOf, hostAliasesOf } from "./pod-dns";
import type { PodStorage } from "./pod-storage";
import { preStartContainers } from "./pre-start-containers";
import { nodeSelectorOf, tolerationsOf } from "./scheduling";
import { podSecurityContext } from "./security-context";
import { startGates } from "./start-gates";
import { topologySpread } from "./topology-spread";
import { volumeFolders } from "./volume-folders";
import type { PlanContext, Workload } from "./workload";

/** A service's pod; what waits comes before what prepares, and that before the service's own hooks. */
export function podSpec(
  context: PlanContext,
  workload: Workload,
  container: Fields,
  storage: PodStorage,
): Fields {
  const { service, privileges, resource } = workload;
  const initContainers = [
    ...startGates(context, workload),
    ...volumeFolders(context, workload, storage),
    ...preStartContainers(workload, container),
  ];
  return compact({
    serviceAccountName: resource,
    automountServiceAccountToken: false,
    enableServiceLinks: false,
    hostname: hostnameOf(service.hostname),
    hostNetwork: privileges.hostNetwork ? true : undefined,
    hostPID: privileges.hostPid ? true : undefined,
    hostIPC: privileges.hostIpc ? true : undefined,
    shareProcessNamespace: service.init === true && !privileges.hostPid ? true : undefined,
    os: service.stop_signal === undefined ? undefined : { name: "linux" },
    ...dnsOf(workload),
    hostAliases: hostAliasesOf(service),
    nodeSelector: nodeSelectorOf(workload),
    affinity: affinityOf(context, workload),
    tolerations: tolerationsOf(context, workload),
    topologySpreadConstraints: topologySpread(context, workload),
    terminationGracePeriodSeconds: gracePeriodSeconds(workload),
    securityContext: podSecurityContext(workload),
    initContainers: initContainers.length > 0 ? initContainers : undefined,
    containers: [container],
    volumes: storage.volumes.length > 0 ? storage.volumes : undefined,
  });
}

/** A pod's host name is a DNS label. */
function hostnameOf(hostname: string | undefined): string | undefined {
  const label = hostname?.split(".")[0]?.toLowerCase();
  return label !== undefined && /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/.test(label) ? label : undefined;
}
