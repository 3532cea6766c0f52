import { type Cases, change } from "../seed";

export const EKS: Cases = {
  "eks-endpoint-limited": [
    change("cluster", "publicAccessCidrs", undefined),
    change("cluster", "publicAccessCidrs", ["203.0.113.0/24", "0.0.0.0/0"]),
    change("plain-cluster", "vpcConfig", {}),
  ],
  "eks-secrets-encrypted": [
    change("cluster", "encryptionConfigKeyArn", undefined),
    change("plain-cluster", "encryptionConfig", undefined),
    change("plain-cluster", "encryptionConfig.resources", []),
  ],
  "eks-control-plane-logs": [
    change("cluster", "enabledClusterLogTypes", undefined),
    change("cluster", "enabledClusterLogTypes", ["api", "audit", "authenticator", "scheduler"]),
    change("plain-cluster", "enabledClusterLogTypes", ["api"]),
  ],
  "eks-version-supported": [
    change("cluster", "version", "1.32"),
    change("cluster", "version", "1.29"),
    change("plain-cluster", "version", "1.33"),
  ],
  "eks-access-entries": [
    change("cluster", "authenticationMode", "CONFIG_MAP"),
    change("cluster", "authenticationMode", undefined),
    change("plain-cluster", "accessConfig.authenticationMode", "API_AND_CONFIG_MAP"),
  ],
  "eks-standard-support": [
    change("cluster", "upgradePolicy", undefined),
    change("cluster", "upgradePolicy.supportType", "EXTENDED"),
    change("plain-cluster", "upgradePolicy", {}),
  ],
};
