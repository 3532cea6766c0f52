import type { Addon, AddonKey } from "./addon";
import { alloy } from "./alloy";
import { argoCd } from "./argo-cd";
import { awsEbsCsiDriver } from "./aws-ebs-csi-driver";
import { awsLoadBalancerController } from "./aws-load-balancer-controller";
import { certManager } from "./cert-manager";
import { clusterAutoscaler } from "./cluster-autoscaler";
import { externalDns } from "./external-dns";
import { externalSecrets } from "./external-secrets";
import { flux } from "./flux";
import { gatewayApi } from "./gateway-api";
import { keda } from "./keda";
import { kubePrometheusStack } from "./kube-prometheus-stack";
import { kyverno } from "./kyverno";
import { loki } from "./loki";
import { metricsServer } from "./metrics-server";
import { nvidiaDevicePlugin } from "./nvidia-device-plugin";
import { opencost } from "./opencost";
import { traefik } from "./traefik";
import { trivyOperator } from "./trivy-operator";
import { velero } from "./velero";

/** Every add-on by its key. Where each is on, off or refused is in availability.ts. */
export const CATALOG: Readonly<Record<AddonKey, Addon>> = {
  gatewayApi,
  ebsCsi: awsEbsCsiDriver,
  monitoring: kubePrometheusStack,
  metricsServer,
  clusterAutoscaler,
  nvidiaDevicePlugin,
  certManager,
  awsLoadBalancerController,
  traefik,
  externalDns,
  externalSecrets,
  kyverno,
  loki,
  alloy,
  velero,
  trivyOperator,
  opencost,
  keda,
  argoCd,
  flux,
};
