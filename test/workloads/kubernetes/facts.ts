import type { ClusterFacts, KubernetesPlan } from "../../../components/workloads/kubernetes/kubernetes-plan";
import { planKubernetes } from "../../../components/workloads/kubernetes/plan";
import type { PlanRequest } from "../../../components/workloads/plan-request";

/** A cluster as the EKS target describes it. */
export const FACTS: ClusterFacts = {
  storageClass: "gp3",
  gatewayClass: "traefik",
  ingressNamespace: "traefik",
  monitoringNamespace: "monitoring",
  architectures: ["arm64", "amd64"],
  spot: true,
};

/** What the K3s target says of two boards beside, while built images go to ECR. */
export const BOARDS = {
  edge: [
    { name: "kitchen", architecture: "arm64" },
    { name: "attic", architecture: "arm" },
  ],
  buildsToEcr: true,
} satisfies Partial<ClusterFacts>;

/** Plans an app for that cluster. */
export function planned(
  loaded: PlanRequest["loaded"],
  domain?: string,
  facts: Partial<ClusterFacts> = {},
): KubernetesPlan {
  return planKubernetes(
    { loaded, volumeSizeGb: 10, ...(domain !== undefined && { domain }) },
    { ...FACTS, ...facts },
  );
}
