import type { Addon, Chart, Values } from "./addon";
import { type AddonContext, PLACES } from "./addon-context";
import type { AwsAccess } from "./aws-access";
import { loadBalancerStatements } from "./grants/load-balancer-statements";
import { resources } from "./resources";

const CHART: Chart = {
  name: "aws-load-balancer-controller",
  repository: "https://aws.github.io/eks-charts",
  version: "3.5.0",
};
const ACCOUNT = "aws-load-balancer-controller";

/**
 * Makes Network and Application Load Balancers that send straight to pods. It serves Services with its class, as
 * Traefik's is then, and Ingresses of class `alb`.
 */
export const awsLoadBalancerController: Addon = {
  key: "awsLoadBalancerController",
  release: "aws-load-balancer-controller",
  chart: CHART,
  namespace: "kube-system",
  timeoutSeconds: 300,
  needs: [],
  after: ["gatewayApi", "monitoring", "certManager"],
  makes: ["load-balancers"],
  access,
  values,
};

function access({ clusterName, region = "", tags }: AddonContext): AwsAccess {
  return {
    serviceAccount: ACCOUNT,
    statements: ({ accountId }) => loadBalancerStatements({ clusterName, region, accountId, tags }),
  };
}

function values({ clusterName, region = "", environment, on, tags }: AddonContext): Values {
  return {
    clusterName,
    region,
    // Pods cannot ask the instance for it.
    vpcId: PLACES.vpcId,
    serviceAccount: { create: true, name: ACCOUNT },
    replicaCount: environment === "prod" ? 2 : 1,
    podDisruptionBudget: environment === "prod" ? { maxUnavailable: 1 } : {},
    defaultTags: { ...tags },
    defaultTargetType: "ip",
    // Services choose it by their class; a webhook on all Services would stop every deployment with it.
    enableServiceMutatorWebhook: false,
    // The webhook's certificate is made once and kept, or it is cert-manager's.
    enableCertManager: on.has("certManager"),
    keepTLSSecret: true,
    podSecurityContext: { fsGroup: 65_534, seccompProfile: { type: "RuntimeDefault" } },
    securityContext: {
      runAsNonRoot: true,
      readOnlyRootFilesystem: true,
      allowPrivilegeEscalation: false,
      capabilities: { drop: ["ALL"] },
    },
    serviceMonitor: { enabled: on.has("monitoring") },
    resources: resources({ cpu: [25, 250], memory: [96, 256] }),
  };
}
