import type { Addon, Chart, Values } from "./addon";
import type { AddonContext } from "./addon-context";
import type { AwsAccess } from "./aws-access";
import { controlPlaneOnly } from "./control-plane-only";
import { pullStatements } from "./grants/pull-statements";
import { resources } from "./resources";

const CHART: Chart = {
  name: "trivy-operator",
  repository: "https://aquasecurity.github.io/helm-charts/",
  version: "0.32.1",
};
const ACCOUNT = "trivy-operator";
/** Releases 0.69.4 to 0.69.6 of the scanner were tampered with (CVE-2026-33634); this is the last before them. */
const SCANNER = "0.69.3";
/** Any user but root; the scanner needs none in particular. */
const SCANNER_USER = 10_000;

/** Scans the images of running pods and writes what it finds as VulnerabilityReports, each day anew. */
export const trivyOperator: Addon = {
  key: "trivyOperator",
  release: "trivy-operator",
  chart: CHART,
  namespace: { name: "trivy-system", podSecurity: "restricted", openPorts: [] },
  timeoutSeconds: 300,
  needs: [],
  after: ["monitoring"],
  access,
  values,
};

/** It pulls the images that it scans. */
function access({ platform, region = "", tags }: AddonContext): AwsAccess | undefined {
  if (platform === "cluster") return undefined;
  return {
    serviceAccount: ACCOUNT,
    statements: ({ accountId }) => pullStatements({ region, accountId, tags }),
  };
}

function values(context: AddonContext): Values {
  const { nodeSelector = {}, tolerations = [] } = controlPlaneOnly(context);
  return {
    serviceAccount: { create: true, name: ACCOUNT },
    operator: {
      scanJobsConcurrentLimit: 2,
      scannerReportTTL: "24h",
      vulnerabilityScannerEnabled: true,
      exposedSecretScannerEnabled: true,
      // Towpath's policies judge manifests before they are applied; the rest would need the nodes' own files.
      configAuditScannerEnabled: false,
      rbacAssessmentScannerEnabled: false,
      infraAssessmentScannerEnabled: false,
      clusterComplianceEnabled: false,
      sbomGenerationEnabled: false,
      accessGlobalSecretsAndServiceAccount: true,
    },
    trivyOperator: {
      scanJobNodeSelector: nodeSelector,
      scanJobTolerations: tolerations,
      scanJobPodTemplatePodSecurityContext: POD_LOCKED_UP,
      scanJobPodTemplateContainerSecurityContext: LOCKED_UP,
    },
    trivy: {
      image: { tag: SCANNER },
      severity: "MEDIUM,HIGH,CRITICAL",
      ignoreUnfixed: true,
      resources: resources({ cpu: [50, 500], memory: [128, 768], disk: [256, 4096] }),
    },
    nodeSelector,
    tolerations,
    podSecurityContext: POD_LOCKED_UP,
    securityContext: LOCKED_UP,
    serviceMonitor: { enabled: context.on.has("monitoring") },
    resources: resources({ cpu: [25, 500], memory: [128, 512] }),
  };
}

const POD_LOCKED_UP = {
  runAsNonRoot: true,
  runAsUser: SCANNER_USER,
  fsGroup: SCANNER_USER,
  seccompProfile: { type: "RuntimeDefault" },
};
const LOCKED_UP = {
  privileged: false,
  allowPrivilegeEscalation: false,
  readOnlyRootFilesystem: true,
  capabilities: { drop: ["ALL"] },
};
