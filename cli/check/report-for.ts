import { extensionOf } from "../../components/app/extension-of";
import type { Loaded } from "../../components/app/load/loaded";
import { planDocker } from "../../components/workloads/docker/plan";
import type { ClusterFacts } from "../../components/workloads/kubernetes/kubernetes-plan";
import { planKubernetes } from "../../components/workloads/kubernetes/plan";
import type { ReportEntry } from "../../components/workloads/verdict";
import type { Workload } from "./finding";

/** A cluster with everything that towpath puts on its own, so that a verdict is about the file alone. */
const ANY_CLUSTER: ClusterFacts = {
  gatewayClass: "traefik",
  ingressNamespace: "traefik",
  architectures: ["amd64"],
  spot: true,
};
const VOLUME_SIZE_GB = 10;
const BOARD_ARCHITECTURES = ["arm64", "arm"] as const;

/**
 * What becomes of each key of an app on a workload, whatever the stack's settings.
 *
 * @throws InvalidInput with every key that the workload refuses
 */
export function reportFor(loaded: Loaded, workload: Workload): readonly ReportEntry[] {
  const request = { loaded, volumeSizeGb: VOLUME_SIZE_GB };
  const plan = workload === "docker" ? planDocker(request) : planKubernetes(request, clusterFor(loaded));
  return plan.report;
}

/** Boards of whichever names the app asks for: which there are is the settings' matter. */
function clusterFor({ app }: Loaded): ClusterFacts {
  const names = Object.values(app.services).flatMap(service => {
    const { edge } = extensionOf(service);
    return edge === true ? ["any board"] : edge || [];
  });
  const boards = [...new Set(names)].flatMap(name =>
    BOARD_ARCHITECTURES.map(architecture => ({ name, architecture })),
  );
  return boards.length === 0 ? ANY_CLUSTER : { ...ANY_CLUSTER, edge: boards };
}
