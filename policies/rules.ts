import type { Rule } from "./rule";
import { autoscalerMinimum } from "./rules/autoscaler-minimum";
import { autoscalerOwnsReplicas } from "./rules/autoscaler-owns-replicas";
import { bucketAccessLogged } from "./rules/bucket-access-logged";
import { bucketEncrypted } from "./rules/bucket-encrypted";
import { bucketEncryptedByKey } from "./rules/bucket-encrypted-by-key";
import { bucketLifecycle } from "./rules/bucket-lifecycle";
import { bucketPublicAccessBlocked } from "./rules/bucket-public-access-blocked";
import { bucketTlsOnly } from "./rules/bucket-tls-only";
import { bucketVersioned } from "./rules/bucket-versioned";
import { budget } from "./rules/budget";
import { budgetIncrease } from "./rules/budget-increase";
import { capabilitiesDropped } from "./rules/capabilities-dropped";
import { chartPinned } from "./rules/chart-pinned";
import { containerNotPrivileged } from "./rules/container-not-privileged";
import { cpuLimited } from "./rules/cpu-limited";
import { defaultAccountUnbound } from "./rules/default-account-unbound";
import { defaultSecurityGroupClosed } from "./rules/default-security-group-closed";
import { detailedMonitoring } from "./rules/detailed-monitoring";
import { diskEncrypted } from "./rules/disk-encrypted";
import { disruptionAllowed } from "./rules/disruption-allowed";
import { disruptionBudget } from "./rules/disruption-budget";
import { dockerDaemonClosed } from "./rules/docker-daemon-closed";
import { dockerDaemonHardened } from "./rules/docker-daemon-hardened";
import { ebsOptimized } from "./rules/ebs-optimized";
import { egressLimited } from "./rules/egress-limited";
import { eksAccessEntries } from "./rules/eks-access-entries";
import { eksControlPlaneLogs } from "./rules/eks-control-plane-logs";
import { eksEndpointLimited } from "./rules/eks-endpoint-limited";
import { eksNetworkPolicyEngine } from "./rules/eks-network-policy-engine";
import { eksSecretsEncrypted } from "./rules/eks-secrets-encrypted";
import { eksStandardSupport } from "./rules/eks-standard-support";
import { flowLogs } from "./rules/flow-logs";
import { healthChecked } from "./rules/health-checked";
import { highUserId } from "./rules/high-user-id";
import { iamNoAdminPolicy } from "./rules/iam-no-admin-policy";
import { iamNoEscalation } from "./rules/iam-no-escalation";
import { iamNoWildcardAction } from "./rules/iam-no-wildcard-action";
import { iamScopedResource } from "./rules/iam-scoped-resource";
import { imageByDigest } from "./rules/image-by-digest";
import { imageRegistryAllowed } from "./rules/image-registry-allowed";
import { imageTagged } from "./rules/image-tagged";
import { instanceMetadataV2 } from "./rules/instance-metadata-v2";
import { instanceRole } from "./rules/instance-role";
import { keyRotated } from "./rules/key-rotated";
import { listenerEncrypted } from "./rules/listener-encrypted";
import { listenerTlsVersion } from "./rules/listener-tls-version";
import { loadBalancerDropsHeaders } from "./rules/load-balancer-drops-headers";
import { loadBalancerLogged } from "./rules/load-balancer-logged";
import { loadBalancerProtected } from "./rules/load-balancer-protected";
import { logEncrypted } from "./rules/log-encrypted";
import { logKeptAYear } from "./rules/log-kept-a-year";
import { logRetention } from "./rules/log-retention";
import { logRotation } from "./rules/log-rotation";
import { memoryLimited } from "./rules/memory-limited";
import { metadataHopLimit } from "./rules/metadata-hop-limit";
import { namespaceNetworkPolicy } from "./rules/namespace-network-policy";
import { namespaceNotPrivileged } from "./rules/namespace-not-privileged";
import { namespacePodSecurity } from "./rules/namespace-pod-security";
import { namespaceRestricted } from "./rules/namespace-restricted";
import { noAwsAuth } from "./rules/no-aws-auth";
import { noClusterAdmin } from "./rules/no-cluster-admin";
import { noContentTrust } from "./rules/no-content-trust";
import { noDangerousCapabilities } from "./rules/no-dangerous-capabilities";
import { noDevices } from "./rules/no-devices";
import { noDockerSocket } from "./rules/no-docker-socket";
import { noHostNamespaces } from "./rules/no-host-namespaces";
import { noHostPaths } from "./rules/no-host-paths";
import { noHostPort } from "./rules/no-host-port";
import { noLiteralCredentials } from "./rules/no-literal-credentials";
import { noNodePort } from "./rules/no-node-port";
import { noOpenAdminPort } from "./rules/no-open-admin-port";
import { noPrivilegeEscalation } from "./rules/no-privilege-escalation";
import { noProbeHost } from "./rules/no-probe-host";
import { noPublicInstance } from "./rules/no-public-instance";
import { noPublicPolicy } from "./rules/no-public-policy";
import { noSecretInTags } from "./rules/no-secret-in-tags";
import { noSecretInUserData } from "./rules/no-secret-in-user-data";
import { noServiceAccountToken } from "./rules/no-service-account-token";
import { noSshKey } from "./rules/no-ssh-key";
import { nonRoot } from "./rules/non-root";
import { notInDefaultNamespace } from "./rules/not-in-default-namespace";
import { notRetired } from "./rules/not-retired";
import { ownServiceAccount } from "./rules/own-service-account";
import { pidsLimited } from "./rules/pids-limited";
import { plainHttpRedirected } from "./rules/plain-http-redirected";
import { podIdentityPerWorkload } from "./rules/pod-identity-per-workload";
import { portsBound } from "./rules/ports-bound";
import { probesDiffer } from "./rules/probes-differ";
import { rbacNoCertificateApproval } from "./rules/rbac-no-certificate-approval";
import { rbacNoEscalation } from "./rules/rbac-no-escalation";
import { rbacNoPodCreation } from "./rules/rbac-no-pod-creation";
import { rbacNoSecrets } from "./rules/rbac-no-secrets";
import { rbacNoWebhookControl } from "./rules/rbac-no-webhook-control";
import { rbacNoWildcard } from "./rules/rbac-no-wildcard";
import { readOnlyRoot } from "./rules/read-only-root";
import { registryReadOnly } from "./rules/registry-read-only";
import { removalProtected } from "./rules/removal-protected";
import { replicasSpread } from "./rules/replicas-spread";
import { repositoryEncryptedByKey } from "./rules/repository-encrypted-by-key";
import { repositoryImmutable } from "./rules/repository-immutable";
import { repositoryLifecycle } from "./rules/repository-lifecycle";
import { repositoryPrivate } from "./rules/repository-private";
import { repositoryScanned } from "./rules/repository-scanned";
import { requiredTags } from "./rules/required-tags";
import { resourcesRequested } from "./rules/resources-requested";
import { scratchLimited } from "./rules/scratch-limited";
import { seccompProfile } from "./rules/seccomp-profile";
import { securityGroupDescribed } from "./rules/security-group-described";
import { subnetNoPublicAddress } from "./rules/subnet-no-public-address";
import { supportEndsSoon } from "./rules/support-ends-soon";
import { versionsInSupport } from "./rules/versions-in-support";
import { volumeOneWriter } from "./rules/volume-one-writer";

/** Every rule, by id. */
export const RULES: readonly Rule[] = [
  autoscalerMinimum,
  autoscalerOwnsReplicas,
  bucketAccessLogged,
  bucketEncrypted,
  bucketEncryptedByKey,
  bucketLifecycle,
  bucketPublicAccessBlocked,
  bucketTlsOnly,
  bucketVersioned,
  budget,
  budgetIncrease,
  capabilitiesDropped,
  chartPinned,
  containerNotPrivileged,
  cpuLimited,
  defaultAccountUnbound,
  defaultSecurityGroupClosed,
  detailedMonitoring,
  diskEncrypted,
  disruptionAllowed,
  disruptionBudget,
  dockerDaemonClosed,
  dockerDaemonHardened,
  ebsOptimized,
  egressLimited,
  eksAccessEntries,
  eksControlPlaneLogs,
  eksEndpointLimited,
  eksNetworkPolicyEngine,
  eksSecretsEncrypted,
  eksStandardSupport,
  flowLogs,
  healthChecked,
  highUserId,
  iamNoAdminPolicy,
  iamNoEscalation,
  iamNoWildcardAction,
  iamScopedResource,
  imageByDigest,
  imageRegistryAllowed,
  imageTagged,
  instanceMetadataV2,
  instanceRole,
  keyRotated,
  listenerEncrypted,
  listenerTlsVersion,
  loadBalancerDropsHeaders,
  loadBalancerLogged,
  loadBalancerProtected,
  logEncrypted,
  logKeptAYear,
  logRetention,
  logRotation,
  memoryLimited,
  metadataHopLimit,
  namespaceNetworkPolicy,
  namespaceNotPrivileged,
  namespacePodSecurity,
  namespaceRestricted,
  noAwsAuth,
  noClusterAdmin,
  noContentTrust,
  noDangerousCapabilities,
  noDevices,
  noDockerSocket,
  noHostNamespaces,
  noHostPaths,
  noHostPort,
  noLiteralCredentials,
  noNodePort,
  noOpenAdminPort,
  noPrivilegeEscalation,
  noProbeHost,
  noPublicInstance,
  noPublicPolicy,
  noSecretInTags,
  noSecretInUserData,
  noServiceAccountToken,
  noSshKey,
  nonRoot,
  notInDefaultNamespace,
  notRetired,
  ownServiceAccount,
  pidsLimited,
  plainHttpRedirected,
  podIdentityPerWorkload,
  portsBound,
  probesDiffer,
  rbacNoCertificateApproval,
  rbacNoEscalation,
  rbacNoPodCreation,
  rbacNoSecrets,
  rbacNoWebhookControl,
  rbacNoWildcard,
  readOnlyRoot,
  registryReadOnly,
  removalProtected,
  replicasSpread,
  repositoryEncryptedByKey,
  repositoryImmutable,
  repositoryLifecycle,
  repositoryPrivate,
  repositoryScanned,
  requiredTags,
  resourcesRequested,
  scratchLimited,
  seccompProfile,
  securityGroupDescribed,
  subnetNoPublicAddress,
  supportEndsSoon,
  versionsInSupport,
  volumeOneWriter,
];
