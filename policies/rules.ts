import type { Rule } from "./rule";
import { bucketEncrypted } from "./rules/bucket-encrypted";
import { bucketLifecycle } from "./rules/bucket-lifecycle";
import { bucketPublicAccessBlocked } from "./rules/bucket-public-access-blocked";
import { bucketTlsOnly } from "./rules/bucket-tls-only";
import { bucketVersioned } from "./rules/bucket-versioned";
import { budget } from "./rules/budget";
import { capabilitiesDropped } from "./rules/capabilities-dropped";
import { containerNotPrivileged } from "./rules/container-not-privileged";
import { defaultSecurityGroupClosed } from "./rules/default-security-group-closed";
import { diskEncrypted } from "./rules/disk-encrypted";
import { egressLimited } from "./rules/egress-limited";
import { eksAccessEntries } from "./rules/eks-access-entries";
import { eksControlPlaneLogs } from "./rules/eks-control-plane-logs";
import { eksEndpointLimited } from "./rules/eks-endpoint-limited";
import { eksSecretsEncrypted } from "./rules/eks-secrets-encrypted";
import { eksStandardSupport } from "./rules/eks-standard-support";
import { flowLogs } from "./rules/flow-logs";
import { healthChecked } from "./rules/health-checked";
import { iamNoAdminPolicy } from "./rules/iam-no-admin-policy";
import { iamNoWildcardAction } from "./rules/iam-no-wildcard-action";
import { iamScopedResource } from "./rules/iam-scoped-resource";
import { imageByDigest } from "./rules/image-by-digest";
import { imageTagged } from "./rules/image-tagged";
import { instanceMetadataV2 } from "./rules/instance-metadata-v2";
import { keyRotated } from "./rules/key-rotated";
import { listenerEncrypted } from "./rules/listener-encrypted";
import { logEncrypted } from "./rules/log-encrypted";
import { logRetention } from "./rules/log-retention";
import { logRotation } from "./rules/log-rotation";
import { memoryLimited } from "./rules/memory-limited";
import { metadataHopLimit } from "./rules/metadata-hop-limit";
import { namespaceNetworkPolicy } from "./rules/namespace-network-policy";
import { namespaceNotPrivileged } from "./rules/namespace-not-privileged";
import { namespacePodSecurity } from "./rules/namespace-pod-security";
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
import { noPublicInstance } from "./rules/no-public-instance";
import { noPublicPolicy } from "./rules/no-public-policy";
import { noSecretInUserData } from "./rules/no-secret-in-user-data";
import { noServiceAccountToken } from "./rules/no-service-account-token";
import { noSshKey } from "./rules/no-ssh-key";
import { nonRoot } from "./rules/non-root";
import { notInDefaultNamespace } from "./rules/not-in-default-namespace";
import { notRetired } from "./rules/not-retired";
import { pidsLimited } from "./rules/pids-limited";
import { portsBound } from "./rules/ports-bound";
import { probesDiffer } from "./rules/probes-differ";
import { rbacNoWildcard } from "./rules/rbac-no-wildcard";
import { readOnlyRoot } from "./rules/read-only-root";
import { repositoryImmutable } from "./rules/repository-immutable";
import { repositoryLifecycle } from "./rules/repository-lifecycle";
import { repositoryScanned } from "./rules/repository-scanned";
import { requiredTags } from "./rules/required-tags";
import { seccompProfile } from "./rules/seccomp-profile";
import { securityGroupDescribed } from "./rules/security-group-described";
import { supportEndsSoon } from "./rules/support-ends-soon";
import { versionsInSupport } from "./rules/versions-in-support";

/** Every rule, by id. */
export const RULES: readonly Rule[] = [
  bucketEncrypted,
  bucketLifecycle,
  bucketPublicAccessBlocked,
  bucketTlsOnly,
  bucketVersioned,
  budget,
  capabilitiesDropped,
  containerNotPrivileged,
  defaultSecurityGroupClosed,
  diskEncrypted,
  egressLimited,
  eksAccessEntries,
  eksControlPlaneLogs,
  eksEndpointLimited,
  eksSecretsEncrypted,
  eksStandardSupport,
  flowLogs,
  healthChecked,
  iamNoAdminPolicy,
  iamNoWildcardAction,
  iamScopedResource,
  imageByDigest,
  imageTagged,
  instanceMetadataV2,
  keyRotated,
  listenerEncrypted,
  logEncrypted,
  logRetention,
  logRotation,
  memoryLimited,
  metadataHopLimit,
  namespaceNetworkPolicy,
  namespaceNotPrivileged,
  namespacePodSecurity,
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
  noPublicInstance,
  noPublicPolicy,
  noSecretInUserData,
  noServiceAccountToken,
  noSshKey,
  nonRoot,
  notInDefaultNamespace,
  notRetired,
  pidsLimited,
  portsBound,
  probesDiffer,
  rbacNoWildcard,
  readOnlyRoot,
  repositoryImmutable,
  repositoryLifecycle,
  repositoryScanned,
  requiredTags,
  seccompProfile,
  securityGroupDescribed,
  supportEndsSoon,
  versionsInSupport,
];
